-- When the database got a new key, and by whom: the last is to be later than the day the last user was shut out.
CREATE TABLE key_changes (
  changed_at TEXT PRIMARY KEY NOT NULL,
  changed_by TEXT NOT NULL REFERENCES users (id)
) STRICT;
