-- Who saw or changed what (L13). Rows are only ever added, each in the transaction of the change it tells of.
CREATE TABLE access_log (
  sequence  INTEGER NOT NULL PRIMARY KEY,
  at        TEXT    NOT NULL,
  user_id   TEXT    NOT NULL,
  -- Null where an operation concerns no single client.
  client_id TEXT,
  method    TEXT    NOT NULL
) STRICT;

CREATE INDEX access_log_by_client ON access_log (client_id, sequence) WHERE client_id IS NOT NULL;

CREATE TRIGGER access_log_is_never_changed BEFORE UPDATE ON access_log
BEGIN SELECT RAISE(ABORT, 'the access log is never changed'); END;

CREATE TRIGGER access_log_is_never_emptied BEFORE DELETE ON access_log
BEGIN SELECT RAISE(ABORT, 'the access log is never emptied'); END;

-- INSERT OR REPLACE would otherwise take a row's place without waking the two above.
CREATE TRIGGER access_log_is_never_rewritten BEFORE INSERT ON access_log
WHEN EXISTS (SELECT 1 FROM access_log WHERE sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'the access log is never rewritten'); END;
