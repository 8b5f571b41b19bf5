-- Clients, who holds their record, their care chain, and every offer with its answer.
CREATE TABLE clients (
  id                 TEXT    NOT NULL PRIMARY KEY,
  name               TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- The name in lower case, for the one search that is allowed (L17).
  name_key           TEXT    NOT NULL,
  -- Twelve characters, or empty for a client without a number.
  number             TEXT    NOT NULL CHECK (length(number) IN (0, 12)),
  number_kind        TEXT    NOT NULL CHECK (number_kind IN ('personalIdentityNumber', 'coordinationNumber', 'none')),
  case_number        TEXT    NOT NULL,
  sex                TEXT    NOT NULL CHECK (sex IN ('woman', 'man')),
  home_municipality  TEXT    NOT NULL,
  protected_identity INTEGER NOT NULL CHECK (protected_identity IN (0, 1)),
  therapist_id       TEXT    NOT NULL REFERENCES users (id),
  -- Free text: the coordinator often works elsewhere.
  coordinator        TEXT    NOT NULL,
  -- The coordinator, when one who works here.
  coordinator_id     TEXT    REFERENCES users (id),
  added_on           TEXT    NOT NULL CHECK (added_on GLOB '????-??-??')
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX clients_by_number ON clients (number) WHERE number <> '';
-- All that a search looks at, so that it reads no more of those it does not find.
CREATE INDEX clients_by_name ON clients (name_key, id, number, case_number, protected_identity);

-- Whose clients they are, in the order they are listed.
CREATE INDEX clients_by_therapist ON clients (therapist_id, name_key, id);
CREATE INDEX clients_by_coordinator ON clients (coordinator_id, name_key, id) WHERE coordinator_id IS NOT NULL;

-- One holder at a time: the highest epoch holds.
CREATE TABLE custodies (
  client_id  TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch      INTEGER NOT NULL CHECK (epoch >= 1),
  unit_id    TEXT    NOT NULL REFERENCES units (id),
  since_on   TEXT    NOT NULL CHECK (since_on GLOB '????-??-??'),
  -- The package that moved the record here; null for the first holder.
  package_id TEXT,
  PRIMARY KEY (client_id, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE placements (
  id           TEXT    NOT NULL PRIMARY KEY,
  client_id    TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch        INTEGER NOT NULL CHECK (epoch >= 1),
  legal_ground TEXT    NOT NULL REFERENCES legal_grounds (code),
  unit_id      TEXT    NOT NULL REFERENCES units (id),
  applied_by   TEXT    REFERENCES units (id),
  from_on      TEXT    NOT NULL CHECK (from_on GLOB '????-??-??'),
  judged_on    TEXT    CHECK (judged_on GLOB '????-??-??'),
  to_on        TEXT    CHECK (to_on GLOB '????-??-??'),
  CHECK (to_on IS NULL OR to_on >= from_on)
) STRICT, WITHOUT ROWID;

CREATE INDEX placements_by_client ON placements (client_id, from_on, id, legal_ground);

CREATE TABLE offers (
  id           TEXT    NOT NULL PRIMARY KEY,
  client_id    TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch        INTEGER NOT NULL CHECK (epoch >= 1),
  placement_id TEXT    REFERENCES placements (id),
  offered      TEXT    NOT NULL CHECK (offered IN ('careChain', 'cra')),
  made_on      TEXT    NOT NULL CHECK (made_on GLOB '????-??-??'),
  answer       TEXT    NOT NULL CHECK (answer IN ('yes', 'onTrial', 'wait', 'no', 'cannotDecide', 'notOffered')),
  manner       TEXT    CHECK (manner IN ('meeting', 'telephone', 'letter')),
  reason_code  TEXT    REFERENCES reasons (code),
  ask_again_on TEXT    CHECK (ask_again_on GLOB '????-??-??'),
  author_id    TEXT    NOT NULL,
  author_name  TEXT    NOT NULL,
  -- The order of writing: `made_on` says when it happened.
  sequence     INTEGER NOT NULL,
  CHECK ((answer IN ('yes', 'onTrial')) = (reason_code IS NULL)),
  CHECK ((answer = 'notOffered') = (manner IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX offers_by_client ON offers (client_id, made_on);
