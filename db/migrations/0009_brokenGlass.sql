-- Reading outside one's own clients: for a reason, for eight hours, told to the client's own therapist.
CREATE TABLE broken_glass (
  id        TEXT NOT NULL PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  user_id   TEXT NOT NULL REFERENCES users (id),
  user_name TEXT NOT NULL,
  reason    TEXT NOT NULL CHECK (length(reason) BETWEEN 10 AND 200),
  at        TEXT NOT NULL,
  until     TEXT NOT NULL CHECK (until > at)
) STRICT, WITHOUT ROWID;

CREATE INDEX broken_glass_by_client ON broken_glass (client_id, user_id, until);
-- Who is told of it: the therapist and the coordinator of that day, and whoever takes over before anyone has seen it. Each
-- takes note for themself; the one who broke it is never among them.
CREATE TABLE broken_glass_told (
  glass_id TEXT NOT NULL REFERENCES broken_glass (id) ON DELETE CASCADE,
  user_id  TEXT NOT NULL REFERENCES users (id),
  seen_at  TEXT,
  PRIMARY KEY (glass_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX broken_glass_not_seen ON broken_glass_told (user_id) WHERE seen_at IS NULL;

CREATE TRIGGER broken_glass_stays_as_told BEFORE UPDATE ON broken_glass
BEGIN
  SELECT RAISE(ABORT, 'broken glass is not mended');
END;
