-- The register of consents: to lift secrecy (waiver), and to a coordinated individual plan, SIP. Two separate records (L33).
CREATE TABLE consents (
  id              TEXT    NOT NULL PRIMARY KEY,
  client_id       TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch           INTEGER NOT NULL CHECK (epoch >= 1),
  kind            TEXT    NOT NULL CHECK (kind IN ('waiver', 'coordinatedPlan')),
  receiver        TEXT    NOT NULL,
  -- What a waiver lets out; empty for a plan.
  parts           TEXT    NOT NULL CHECK (json_valid(parts)),
  -- What the plan is about; empty for a waiver.
  concerns        TEXT    NOT NULL,
  manner          TEXT    NOT NULL CHECK (manner IN ('inWriting', 'orally')),
  witness         TEXT    NOT NULL,
  valid_until     TEXT    NOT NULL CHECK (valid_until GLOB '????-??-??'),
  given_on        TEXT    NOT NULL CHECK (given_on GLOB '????-??-??'),
  -- What the client agreed to, word by word as it was shown.
  text            TEXT    NOT NULL,
  author_id       TEXT    NOT NULL,
  author_name     TEXT    NOT NULL,
  written_at      TEXT    NOT NULL,
  withdrawn_on    TEXT    CHECK (withdrawn_on GLOB '????-??-??'),
  withdrawn_words TEXT,
  withdrawn_by_id TEXT,
  withdrawn_by    TEXT,
  withdrawn_at    TEXT,
  CHECK ((kind = 'waiver') = (parts <> '[]')),
  CHECK ((kind = 'coordinatedPlan') = (concerns <> '')),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_words IS NULL)),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_by_id IS NULL)),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_by IS NULL)),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX consents_by_client ON consents (client_id, given_on);

-- What the client agreed to stands as it was; a withdrawal is noted once.
CREATE TRIGGER a_consent_is_never_changed
BEFORE UPDATE OF kind, receiver, parts, concerns, manner, witness, valid_until, given_on, text, author_id, author_name, written_at ON consents
BEGIN SELECT RAISE(ABORT, 'a consent is never changed'); END;
CREATE TRIGGER a_withdrawal_is_never_changed
BEFORE UPDATE OF withdrawn_on, withdrawn_words, withdrawn_by_id, withdrawn_by, withdrawn_at ON consents
WHEN OLD.withdrawn_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a withdrawal is never changed'); END;

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
