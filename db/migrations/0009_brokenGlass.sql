-- Reading outside one's own clients: for a reason, for eight hours, told to the client's own therapist.
CREATE TABLE broken_glass (
  id        TEXT NOT NULL PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  user_id   TEXT NOT NULL REFERENCES users (id),
  user_name TEXT NOT NULL,
  reason    TEXT NOT NULL CHECK (length(reason) BETWEEN 10 AND 200),
  at        TEXT NOT NULL,
  until     TEXT NOT NULL CHECK (until > at),
  seen_at   TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX broken_glass_by_client ON broken_glass (client_id, user_id, until);
CREATE INDEX broken_glass_unseen ON broken_glass (client_id) WHERE seen_at IS NULL;

-- Once told, only the taking note of it may be added.
CREATE TRIGGER broken_glass_stays_as_told BEFORE UPDATE OF id, client_id, user_id, user_name, reason, at, until ON broken_glass
BEGIN
  SELECT RAISE(ABORT, 'broken glass is not mended');
END;
