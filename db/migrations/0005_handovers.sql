-- Consents to lift secrecy, and packages sent and received.
CREATE TABLE consents (
  id           TEXT    NOT NULL PRIMARY KEY,
  client_id    TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch        INTEGER NOT NULL CHECK (epoch >= 1),
  receiver     TEXT    NOT NULL,
  parts        TEXT    NOT NULL CHECK (json_valid(parts)),
  manner       TEXT    NOT NULL CHECK (manner IN ('inWriting', 'orally')),
  witness      TEXT    NOT NULL,
  valid_until  TEXT    NOT NULL CHECK (valid_until GLOB '????-??-??'),
  given_on     TEXT    NOT NULL CHECK (given_on GLOB '????-??-??'),
  withdrawn_on TEXT    CHECK (withdrawn_on GLOB '????-??-??')
) STRICT, WITHOUT ROWID;

CREATE INDEX consents_by_client ON consents (client_id, given_on);

CREATE TABLE handovers (
  package_id        TEXT    NOT NULL PRIMARY KEY,
  client_id         TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  direction         TEXT    NOT NULL CHECK (direction IN ('out', 'in')),
  -- The epoch the sender held when sealing; acceptance makes it one more.
  epoch             INTEGER NOT NULL CHECK (epoch >= 1),
  other_unit        TEXT    NOT NULL REFERENCES units (id),
  consent_id        TEXT    NOT NULL,
  -- What the next therapist reads first, as it was sent.
  cover             TEXT    NOT NULL CHECK (json_valid(cover)),
  first_appointment TEXT    NOT NULL CHECK (json_valid(first_appointment)),
  -- SHA-256 of the sealed file, hexadecimal (L50).
  file_hash         TEXT    NOT NULL CHECK (length(file_hash) = 64),
  -- What the receipt is computed from: only the two who can open the package know it.
  receipt_secret    TEXT    NOT NULL,
  made_on           TEXT    NOT NULL CHECK (made_on GLOB '????-??-??'),
  settled_on        TEXT    CHECK (settled_on GLOB '????-??-??'),
  -- The receiver's own account of the plan; empty at the sender.
  read_back         TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX handovers_by_client ON handovers (client_id, made_on);
CREATE INDEX handovers_waiting ON handovers (made_on) WHERE direction = 'out' AND settled_on IS NULL;
CREATE INDEX handovers_received ON handovers (settled_on) WHERE direction = 'in';
