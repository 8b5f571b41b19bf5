-- More kinds of number: the reserve number of Inera's national service, and interim numbers where an administrator takes them.
ALTER TABLE clients ADD COLUMN kind_of_number TEXT NOT NULL DEFAULT 'none' CHECK (
  kind_of_number IN ('personalIdentityNumber', 'coordinationNumber', 'nationalReserveNumber', 'interimNumber', 'none'));
UPDATE clients SET kind_of_number = number_kind;
ALTER TABLE clients DROP COLUMN number_kind;
ALTER TABLE clients RENAME COLUMN kind_of_number TO number_kind;

ALTER TABLE installation ADD COLUMN takes_interim_numbers INTEGER NOT NULL DEFAULT 0 CHECK (takes_interim_numbers IN (0, 1));
