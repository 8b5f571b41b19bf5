-- A refusal that tells of a client, or that someone was kept from reading them, is a kind of its own in the access log. A
-- CHECK cannot be changed, so the table is made anew with the rows as they stood: their hashes hold.
CREATE TABLE access_log_wider (
  -- 1, 2, 3 … without a gap.
  sequence  INTEGER NOT NULL PRIMARY KEY,
  at        TEXT    NOT NULL,
  -- Null where nobody is known: a failed attempt to unlock.
  user_id   TEXT,
  -- Null where an operation concerns no single client.
  client_id TEXT,
  method    TEXT    NOT NULL,
  kind      TEXT    NOT NULL CHECK (kind IN ('view', 'create', 'change', 'print', 'export', 'import', 'unlock',
                                             'failedUnlock', 'lock', 'breakGlass', 'chainBroken', 'refused')),
  -- What the method does not say, in a few code words: which page was printed, whose access was changed, what was found
  -- broken, how it was refused. Of a user it may hold the name they had; never anything of a client.
  detail    TEXT    NOT NULL CHECK (length(detail) <= 300),
  -- SHA-256, in hexadecimal, over the row and the hash of the row before it: main/accessLog/hashChain.ts.
  hash      TEXT    NOT NULL CHECK (length(hash) = 64)
) STRICT;

INSERT INTO access_log_wider SELECT sequence, at, user_id, client_id, method, kind, detail, hash FROM access_log ORDER BY sequence;
DROP TABLE access_log;
ALTER TABLE access_log_wider RENAME TO access_log;

CREATE INDEX access_log_by_client ON access_log (client_id, sequence) WHERE client_id IS NOT NULL;
CREATE INDEX access_log_by_time ON access_log (at);
CREATE INDEX access_log_found ON access_log (client_id, user_id, at) WHERE method = 'client.list';
CREATE INDEX access_log_refused ON access_log (client_id, user_id, method, at) WHERE kind = 'refused';
CREATE INDEX access_log_faults ON access_log (sequence) WHERE kind = 'chainBroken';

CREATE TRIGGER access_log_is_never_changed BEFORE UPDATE ON access_log
BEGIN SELECT RAISE(ABORT, 'the access log is never changed'); END;

CREATE TRIGGER access_log_is_never_emptied BEFORE DELETE ON access_log
BEGIN SELECT RAISE(ABORT, 'the access log is never emptied'); END;

-- INSERT OR REPLACE would otherwise take a row's place without waking the two above; and no number is passed over.
CREATE TRIGGER access_log_is_never_rewritten BEFORE INSERT ON access_log
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM access_log)
BEGIN SELECT RAISE(ABORT, 'the access log is never rewritten'); END;

-- When a user asked whether someone is in the binder: by a number or a name that is not of one of their own clients. Kept for
-- an hour, whatever became of the question, so that the next one can be made to wait.
CREATE TABLE questions (
  user_id  TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  asked_at TEXT NOT NULL
) STRICT;

CREATE INDEX questions_by_user ON questions (user_id, asked_at);
