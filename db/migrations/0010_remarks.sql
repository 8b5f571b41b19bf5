-- What is added to a record once it stands: corrections, the client's disagreement, that the client has been informed
-- (L28 to L30); and under which secrecy each record falls. Rows are only ever added: what was signed stays as it was.
CREATE TABLE remarks (
  id          TEXT    NOT NULL PRIMARY KEY,
  client_id   TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch       INTEGER NOT NULL CHECK (epoch >= 1),
  kind        TEXT    NOT NULL CHECK (kind IN ('addition', 'disagreement', 'informed')),
  -- What it concerns. The plan as a whole has no id of its own: the client's stands in its place.
  about_kind  TEXT    NOT NULL CHECK (about_kind IN
    ('session', 'goal', 'plan', 'offer', 'worksheet', 'chainEvent', 'consent', 'handover')),
  about_id    TEXT    NOT NULL,
  words       TEXT    NOT NULL,
  -- The day the client said it or was informed; of an addition, the day it was written.
  said_on     TEXT    NOT NULL CHECK (said_on GLOB '????-??-??'),
  author_id   TEXT    NOT NULL,
  author_name TEXT    NOT NULL,
  written_at  TEXT    NOT NULL,
  -- The order of writing, whatever the clock said.
  sequence    INTEGER NOT NULL,
  CHECK ((kind = 'informed') = (words = ''))
) STRICT, WITHOUT ROWID;

CREATE INDEX remarks_by_client ON remarks (client_id, epoch, sequence);

-- Under which secrecy a record falls that no one has decided about: by the kind of the unit that wrote it. OSL chapter 25
-- where care is given under the health care law, chapter 26 in the social services. Data, since a lawyer may see it otherwise.
CREATE TABLE secrecy_defaults (
  unit_kind   TEXT NOT NULL CHECK (unit_kind IN ('lvmHome', 'section27Home', 'municipality', 'district', 'outpatient', 'other')),
  record_kind TEXT NOT NULL CHECK (record_kind IN ('session', 'goal', 'offer', 'worksheet', 'chainEvent', 'consent', 'handover')),
  branch      TEXT NOT NULL CHECK (branch IN ('socialServices', 'healthCare')),
  PRIMARY KEY (unit_kind, record_kind)
) STRICT, WITHOUT ROWID;

INSERT INTO secrecy_defaults (unit_kind, record_kind, branch)
SELECT u.column1, r.column1, iif(u.column1 = 'outpatient', 'healthCare', 'socialServices')
FROM (VALUES ('lvmHome'), ('section27Home'), ('municipality'), ('district'), ('outpatient'), ('other')) u,
  (VALUES ('session'), ('goal'), ('offer'), ('worksheet'), ('chainEvent'), ('consent'), ('handover')) r;

-- Every decision about a record's secrecy: the last one holds.
CREATE TABLE secrecy_decisions (
  id          TEXT    NOT NULL PRIMARY KEY,
  client_id   TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch       INTEGER NOT NULL CHECK (epoch >= 1),
  about_kind  TEXT    NOT NULL CHECK (about_kind IN
    ('session', 'goal', 'offer', 'worksheet', 'chainEvent', 'consent', 'handover', 'remark')),
  about_id    TEXT    NOT NULL,
  branch      TEXT    NOT NULL CHECK (branch IN ('socialServices', 'healthCare')),
  author_id   TEXT    NOT NULL,
  author_name TEXT    NOT NULL,
  decided_at  TEXT    NOT NULL,
  sequence    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX secrecy_decisions_by_client ON secrecy_decisions (client_id, epoch, sequence);

-- Never changed, never removed but with the client, never written over (INSERT OR REPLACE wakes no delete trigger).
CREATE TRIGGER a_remark_is_never_changed BEFORE UPDATE ON remarks
BEGIN SELECT RAISE(ABORT, 'what was added is never changed'); END;
CREATE TRIGGER a_remark_is_never_removed BEFORE DELETE ON remarks
WHEN EXISTS (SELECT 1 FROM clients WHERE id = OLD.client_id)
BEGIN SELECT RAISE(ABORT, 'what was added is never removed'); END;
CREATE TRIGGER a_remark_is_never_replaced BEFORE INSERT ON remarks
WHEN EXISTS (SELECT 1 FROM remarks WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'what was added is never replaced'); END;

CREATE TRIGGER a_secrecy_decision_is_never_changed BEFORE UPDATE ON secrecy_decisions
BEGIN SELECT RAISE(ABORT, 'a secrecy decision is never changed'); END;
CREATE TRIGGER a_secrecy_decision_is_never_removed BEFORE DELETE ON secrecy_decisions
WHEN EXISTS (SELECT 1 FROM clients WHERE id = OLD.client_id)
BEGIN SELECT RAISE(ABORT, 'a secrecy decision is never removed'); END;
CREATE TRIGGER a_secrecy_decision_is_never_replaced BEFORE INSERT ON secrecy_decisions
WHEN EXISTS (SELECT 1 FROM secrecy_decisions WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a secrecy decision is never replaced'); END;

CREATE TRIGGER a_signed_session_is_never_changed BEFORE UPDATE ON sessions
BEGIN SELECT RAISE(ABORT, 'a signed session is never changed'); END;
CREATE TRIGGER a_signed_session_is_never_removed BEFORE DELETE ON sessions
WHEN EXISTS (SELECT 1 FROM clients WHERE id = OLD.client_id)
BEGIN SELECT RAISE(ABORT, 'a signed session is never removed'); END;
CREATE TRIGGER a_signed_session_is_never_replaced BEFORE INSERT ON sessions
WHEN EXISTS (SELECT 1 FROM sessions WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM sessions WHERE slot_id = NEW.slot_id AND attempt = NEW.attempt)
BEGIN SELECT RAISE(ABORT, 'a signed session is never replaced'); END;
