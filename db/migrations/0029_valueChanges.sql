-- What a value that may be changed was before, and became: a booked time, a stay, the day someone was back, the client's
-- details. So that the one who changed it can have it back the same day. Rows are only ever added; what is put back is one.
CREATE TABLE value_changes (
  id          TEXT    NOT NULL PRIMARY KEY,
  client_id   TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch       INTEGER NOT NULL CHECK (epoch >= 1),
  about_kind  TEXT    NOT NULL CHECK (about_kind IN ('slot', 'placement', 'absence', 'details')),
  -- Of the details the client's own.
  about_id    TEXT    NOT NULL,
  was         TEXT    NOT NULL CHECK (json_valid(was)),
  became      TEXT    NOT NULL CHECK (json_valid(became)),
  author_id   TEXT    NOT NULL,
  author_name TEXT    NOT NULL,
  changed_at  TEXT    NOT NULL,
  -- The order of writing, whatever the clock said.
  sequence    INTEGER NOT NULL,
  -- Put back by a later change.
  undone      INTEGER NOT NULL CHECK (undone IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX value_changes_by_client ON value_changes (client_id, sequence);

CREATE TRIGGER a_value_change_is_never_changed BEFORE UPDATE OF id, about_kind, about_id, was, became, author_id, author_name,
  changed_at ON value_changes
BEGIN SELECT RAISE(ABORT, 'a change is never changed'); END;
CREATE TRIGGER a_value_change_is_put_back_once BEFORE UPDATE OF undone ON value_changes WHEN OLD.undone = 1
BEGIN SELECT RAISE(ABORT, 'a change is never changed'); END;
CREATE TRIGGER a_value_change_moves_only_by_merging BEFORE UPDATE OF client_id, epoch, sequence ON value_changes
WHEN NOT EXISTS (SELECT 1 FROM client_merges m WHERE m.finished = 0 AND m.client_id = NEW.client_id AND m.merged_id = OLD.client_id)
BEGIN SELECT RAISE(ABORT, 'a change is never changed'); END;
CREATE TRIGGER a_value_change_is_never_removed BEFORE DELETE ON value_changes
WHEN EXISTS (SELECT 1 FROM clients WHERE id = OLD.client_id)
BEGIN SELECT RAISE(ABORT, 'a change is never removed'); END;
CREATE TRIGGER a_value_change_is_never_replaced BEFORE INSERT ON value_changes
WHEN EXISTS (SELECT 1 FROM value_changes WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a change is never replaced'); END;
