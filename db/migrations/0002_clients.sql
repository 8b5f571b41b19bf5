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

-- Each time a client was given to another therapist or coordinator of the unit: from whom, to whom, by whom and why.
CREATE TABLE assignments (
  id                  TEXT NOT NULL PRIMARY KEY,
  client_id           TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  from_therapist_id   TEXT NOT NULL REFERENCES users (id),
  from_coordinator_id TEXT REFERENCES users (id),
  therapist_id        TEXT NOT NULL REFERENCES users (id),
  coordinator_id      TEXT REFERENCES users (id),
  -- Empty where the client's own therapist or coordinator gave it away and said no more.
  reason              TEXT NOT NULL CHECK (length(reason) <= 200),
  author_id           TEXT NOT NULL REFERENCES users (id),
  author_name         TEXT NOT NULL,
  assigned_at         TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX assignments_by_client ON assignments (client_id, assigned_at);

-- Whom a client was taken from by someone else, and when they took note of it.
CREATE TABLE assignments_told (
  assignment_id TEXT NOT NULL REFERENCES assignments (id) ON DELETE CASCADE,
  user_id       TEXT NOT NULL REFERENCES users (id),
  seen_at       TEXT,
  PRIMARY KEY (assignment_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX assignments_not_seen ON assignments_told (user_id) WHERE seen_at IS NULL;

CREATE TRIGGER an_assignment_is_never_changed BEFORE UPDATE ON assignments
BEGIN SELECT RAISE(ABORT, 'an assignment is never changed'); END;
CREATE TRIGGER an_assignment_is_never_removed BEFORE DELETE ON assignments
WHEN EXISTS (SELECT 1 FROM clients WHERE id = OLD.client_id)
BEGIN SELECT RAISE(ABORT, 'an assignment is never removed'); END;
CREATE TRIGGER an_assignment_is_never_replaced BEFORE INSERT ON assignments
WHEN EXISTS (SELECT 1 FROM assignments WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an assignment is never replaced'); END;

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

-- Why a stay ended.
CREATE TABLE end_reasons (
  code     TEXT    NOT NULL PRIMARY KEY,
  words    TEXT    NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO end_reasons (code, words, position) VALUES
  ('asPlanned',        'Avslutades som planerat',              1),
  ('toSection27',      'Gick över till § 27-vård',             2),
  ('recalled',         'Återkallad från § 27-vård',            3),
  ('movedToOtherHome', 'Flyttad till annat hem',               4),
  ('sixMonths',        'Längsta vårdtiden nådd',               5),
  ('notGrantedFour',   'Rätten avslog vård enligt 4 §',        6),
  ('earlyDischarge',   'Utskriven i förtid',                   7),
  ('ownWish',          'På klientens egen begäran',            8),
  ('lapse',            'Återfall',                             9),
  ('lostContact',      'Kontakten upphörde',                  10),
  ('inCustody',        'Häkte eller anstalt',                 11),
  ('otherCare',        'Annan vård tog vid',                  12),
  ('movedAway',        'Flyttade från kommunen',              13),
  ('deceased',         'Avliden',                             14),
  ('endReasonUnknown', 'Orsak ej antecknad',                  15);

CREATE TABLE placements (
  id            TEXT    NOT NULL PRIMARY KEY,
  client_id     TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch         INTEGER NOT NULL CHECK (epoch >= 1),
  legal_ground  TEXT    NOT NULL REFERENCES legal_grounds (code),
  unit_id       TEXT    NOT NULL REFERENCES units (id),
  applied_by    TEXT    REFERENCES units (id),
  from_on       TEXT    NOT NULL CHECK (from_on GLOB '????-??-??'),
  judged_on     TEXT    CHECK (judged_on GLOB '????-??-??'),
  planned_to_on TEXT    CHECK (planned_to_on GLOB '????-??-??'),
  to_on         TEXT    CHECK (to_on GLOB '????-??-??'),
  end_reason    TEXT    REFERENCES end_reasons (code),
  CHECK (to_on IS NULL OR to_on >= from_on),
  CHECK (planned_to_on IS NULL OR planned_to_on >= from_on),
  CHECK ((to_on IS NULL) = (end_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX placements_by_client ON placements (client_id, from_on, id, legal_ground);

-- What happens in the chain between the stays: absences, whose days are not counted as LVM care (LVM 21 §), and days to
-- remember, such as a meeting about the agreement. A mistaken one is struck out and stays.
CREATE TABLE chain_events (
  id          TEXT    NOT NULL PRIMARY KEY,
  client_id   TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch       INTEGER NOT NULL CHECK (epoch >= 1),
  kind        TEXT    NOT NULL CHECK (kind IN ('absconded', 'inCustody', 'agreementMeeting', 'consultation', 'carePlan', 'other')),
  from_on     TEXT    NOT NULL CHECK (from_on GLOB '????-??-??'),
  -- The day the client was back; of an absence only.
  back_on     TEXT    CHECK (back_on GLOB '????-??-??'),
  words       TEXT    NOT NULL,
  author_id   TEXT    NOT NULL,
  author_name TEXT    NOT NULL,
  struck_on   TEXT    CHECK (struck_on GLOB '????-??-??'),
  CHECK (back_on IS NULL OR (back_on >= from_on AND kind IN ('absconded', 'inCustody')))
) STRICT, WITHOUT ROWID;

CREATE INDEX chain_events_by_client ON chain_events (client_id, from_on);

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
  -- A later answer to the same offer has come. Kept by the trigger below, so that what is to be asked again can be indexed.
  superseded   INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1)),
  CHECK ((answer IN ('yes', 'onTrial')) = (reason_code IS NULL)),
  CHECK ((answer = 'notOffered') = (manner IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX offers_by_client ON offers (client_id, made_on);
CREATE INDEX offers_to_ask_again ON offers (ask_again_on, id) WHERE superseded = 0 AND ask_again_on IS NOT NULL;

-- The latest answer counts, by its day and then in the order of writing.
CREATE TRIGGER an_answer_supersedes_the_one_before AFTER INSERT ON offers
BEGIN
  UPDATE offers
  SET superseded = EXISTS (
    SELECT 1 FROM offers later
    WHERE later.client_id = offers.client_id AND later.offered = offers.offered
      AND (later.made_on, later.sequence) > (offers.made_on, offers.sequence))
  WHERE client_id = NEW.client_id AND offered = NEW.offered;
END;
