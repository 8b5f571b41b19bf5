-- What a client is found by, in the form that searches compare (main/contract/folding.ts); db/clientKeys.ts fills it when the
-- binder is next opened, and wherever `known_as` is empty. A migration that changes the form empties it.
ALTER TABLE clients ADD COLUMN name_words TEXT NOT NULL DEFAULT '';
ALTER TABLE clients ADD COLUMN known_as TEXT NOT NULL DEFAULT '';

DROP INDEX clients_by_name;
-- All that a search looks at, so that it reads no more of those it does not find.
CREATE INDEX clients_by_name ON clients (name_key, id, name_words, known_as, number, protected_identity);
