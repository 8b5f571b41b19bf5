-- Who saw or changed what (L13). Rows are only ever added, each in the transaction of the change it tells of.
CREATE TABLE access_log (
  -- 1, 2, 3 … without a gap.
  sequence  INTEGER NOT NULL PRIMARY KEY,
  at        TEXT    NOT NULL,
  -- Null where nobody is known: a failed attempt to unlock.
  user_id   TEXT,
  -- Null where an operation concerns no single client.
  client_id TEXT,
  method    TEXT    NOT NULL,
  kind      TEXT    NOT NULL CHECK (kind IN ('view', 'create', 'change', 'print', 'export', 'import', 'unlock',
                                             'failedUnlock', 'lock', 'breakGlass', 'chainBroken')),
  -- What the method does not say, in a few code words: which page was printed, whose access was changed, what was found
  -- broken. Of a user it may hold the name they had; never anything of a client.
  detail    TEXT    NOT NULL CHECK (length(detail) <= 300),
  -- SHA-256, in hexadecimal, over the row and the hash of the row before it: main/accessLog/hashChain.ts.
  hash      TEXT    NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE INDEX access_log_by_client ON access_log (client_id, sequence) WHERE client_id IS NOT NULL;
CREATE INDEX access_log_by_time ON access_log (at);
CREATE INDEX access_log_found ON access_log (client_id, user_id, at) WHERE method = 'client.list';
CREATE INDEX access_log_faults ON access_log (sequence) WHERE kind = 'chainBroken';

CREATE TRIGGER access_log_is_never_changed BEFORE UPDATE ON access_log
BEGIN SELECT RAISE(ABORT, 'the access log is never changed'); END;

CREATE TRIGGER access_log_is_never_emptied BEFORE DELETE ON access_log
BEGIN SELECT RAISE(ABORT, 'the access log is never emptied'); END;

-- INSERT OR REPLACE would otherwise take a row's place without waking the two above; and no number is passed over.
CREATE TRIGGER access_log_is_never_rewritten BEFORE INSERT ON access_log
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM access_log)
BEGIN SELECT RAISE(ABORT, 'the access log is never rewritten'); END;

-- What someone found out about a fault of the log, and did about it. `entry` is where the fault was told.
CREATE TABLE log_fault_answers (
  entry       INTEGER NOT NULL PRIMARY KEY REFERENCES access_log (sequence),
  words       TEXT    NOT NULL CHECK (length(words) BETWEEN 10 AND 2000),
  author_id   TEXT    NOT NULL,
  author_name TEXT    NOT NULL,
  at          TEXT    NOT NULL
) STRICT;

CREATE TRIGGER log_fault_answers_are_never_changed BEFORE UPDATE ON log_fault_answers
BEGIN SELECT RAISE(ABORT, 'an answer is never changed'); END;

CREATE TRIGGER log_fault_answers_are_never_taken_back BEFORE DELETE ON log_fault_answers
BEGIN SELECT RAISE(ABORT, 'an answer is never taken back'); END;
