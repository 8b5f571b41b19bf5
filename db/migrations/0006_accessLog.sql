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
