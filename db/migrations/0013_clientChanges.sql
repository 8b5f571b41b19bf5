-- What a client's details were before: every change of them, the day of death among them. Rows are only ever added.
ALTER TABLE clients ADD COLUMN died_on TEXT CHECK (died_on GLOB '????-??-??');

CREATE TABLE client_changes (
  id                  TEXT    NOT NULL PRIMARY KEY,
  client_id           TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch               INTEGER NOT NULL CHECK (epoch >= 1),
  -- JSON: each detail with what it was and what it became.
  changes             TEXT    NOT NULL CHECK (json_valid(changes)),
  -- What the client was known by until then, and is still found by. Empty where it did not change, or never was the client's.
  earlier_number      TEXT    NOT NULL CHECK (length(earlier_number) IN (0, 12)),
  earlier_case_number TEXT    NOT NULL,
  -- Why, or from whom the death was known. Empty where the consent to a handover did not let it out.
  reason              TEXT    NOT NULL CHECK (length(reason) <= 200),
  author_id           TEXT    NOT NULL,
  author_name         TEXT    NOT NULL,
  changed_at          TEXT    NOT NULL,
  -- The order of writing, whatever the clock said.
  sequence            INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX client_changes_by_client ON client_changes (client_id, sequence);
CREATE INDEX client_changes_by_number ON client_changes (earlier_number, client_id) WHERE earlier_number <> '';
CREATE INDEX client_changes_by_case_number ON client_changes (earlier_case_number, client_id) WHERE earlier_case_number <> '';

CREATE TRIGGER a_client_change_is_never_changed BEFORE UPDATE ON client_changes
BEGIN SELECT RAISE(ABORT, 'what a client was called before is never changed'); END;
CREATE TRIGGER a_client_change_is_never_removed BEFORE DELETE ON client_changes
WHEN EXISTS (SELECT 1 FROM clients WHERE id = OLD.client_id)
BEGIN SELECT RAISE(ABORT, 'what a client was called before is never removed'); END;
CREATE TRIGGER a_client_change_is_never_replaced BEFORE INSERT ON client_changes
WHEN EXISTS (SELECT 1 FROM client_changes WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'what a client was called before is never replaced'); END;
