-- What a client is called where the name is not told, and what is typed to confirm what cannot be undone: unlike for every
-- client of the binder. The running number is the binder's own and is never used again. db/clientKeys.ts keeps the rest.
ALTER TABLE clients ADD COLUMN serial INTEGER NOT NULL DEFAULT 0;
ALTER TABLE clients ADD COLUMN reference TEXT NOT NULL DEFAULT '';
ALTER TABLE clients ADD COLUMN listed_as TEXT NOT NULL DEFAULT '';
ALTER TABLE clients ADD COLUMN case_key TEXT NOT NULL DEFAULT '';
ALTER TABLE clients ADD COLUMN shares_case_number INTEGER NOT NULL DEFAULT 0 CHECK (shares_case_number IN (0, 1));

UPDATE clients SET known_as = '', serial = counted.nth
FROM (SELECT id, row_number() OVER (ORDER BY added_on, id) AS nth FROM clients) counted WHERE counted.id = clients.id;
CREATE UNIQUE INDEX clients_by_serial ON clients (serial);
CREATE INDEX clients_by_case_key ON clients (case_key) WHERE case_key <> '';

ALTER TABLE installation ADD COLUMN last_serial INTEGER NOT NULL DEFAULT 0;
UPDATE installation SET last_serial = (SELECT count(*) FROM clients);
