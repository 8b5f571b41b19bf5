-- The plan of slots, every attempt at them, and homework.
CREATE TABLE slots (
  id         TEXT    NOT NULL PRIMARY KEY,
  client_id  TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  -- The session in the manual, 1 to 18.
  number     INTEGER NOT NULL CHECK (number BETWEEN 1 AND 18),
  planned_on TEXT    CHECK (planned_on GLOB '????-??-??'),
  planned_at TEXT    CHECK (planned_at GLOB '??:??'),
  -- Where, and with whom when it is not the responsible therapist; empty when nothing was said.
  planned_where TEXT NOT NULL DEFAULT '',
  planned_with  TEXT NOT NULL DEFAULT '',
  -- Planned days up to this one are settled. Kept by the trigger below, so that what is not settled can be indexed.
  settled_through TEXT NOT NULL DEFAULT '',
  -- When a session that was not held is to be offered again, until it has been or has a new day. Kept by the triggers too.
  offer_again_on TEXT CHECK (offer_again_on GLOB '????-??-??'),
  CHECK (planned_at IS NULL OR planned_on IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX slots_by_client ON slots (client_id, number);
-- In the order of the start page: a session without a time comes last on its day.
CREATE INDEX slots_unsettled_by_day ON slots (planned_on, planned_at IS NULL, planned_at, id)
  WHERE planned_on > settled_through;
CREATE INDEX slots_unsettled_by_client ON slots (client_id, planned_on) WHERE planned_on > settled_through;

CREATE TABLE sessions (
  id              TEXT    NOT NULL PRIMARY KEY,
  slot_id         TEXT    NOT NULL REFERENCES slots (id) ON DELETE CASCADE,
  client_id       TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch           INTEGER NOT NULL CHECK (epoch >= 1),
  attempt         INTEGER NOT NULL CHECK (attempt >= 1),
  outcome         TEXT    NOT NULL CHECK (outcome IN ('held', 'partlyHeld', 'declined', 'noShow', 'cancelledByUs', 'notOffered')),
  settled_on      TEXT    NOT NULL CHECK (settled_on GLOB '????-??-??'),
  -- Whole minutes, of a held session only.
  minutes         INTEGER CHECK (minutes BETWEEN 5 AND 240),
  setting         TEXT    CHECK (setting IN ('locked', 'section27', 'municipality', 'home', 'telephone')),
  -- How much of a held session the client was there for.
  attendance      TEXT    CHECK (attendance IN ('whole', 'late', 'leftEarly')),
  -- JSON: who else was there, by role only; therapists beside the author; steps begun, each with its minutes.
  present         TEXT    NOT NULL CHECK (json_valid(present)),
  co_therapists   TEXT    NOT NULL CHECK (json_valid(co_therapists)),
  steps           TEXT    NOT NULL CHECK (json_valid(steps)),
  reason_code     TEXT    REFERENCES reasons (code),
  offer_again_on  TEXT    CHECK (offer_again_on GLOB '????-??-??'),
  -- Craving right now, 0 none to 10 strongest.
  craving         INTEGER CHECK (craving BETWEEN 0 AND 10),
  -- Rulers, 0 not at all to 10 wholly.
  importance      INTEGER CHECK (importance BETWEEN 0 AND 10),
  confidence      INTEGER CHECK (confidence BETWEEN 0 AND 10),
  readiness       INTEGER CHECK (readiness BETWEEN 0 AND 10),
  change_talk     TEXT    NOT NULL,
  -- The client's answers to the three questions at the end.
  takes_along     TEXT    NOT NULL,
  would_change    TEXT    NOT NULL,
  how_it_was      TEXT    NOT NULL,
  note            TEXT    NOT NULL,
  manual_version  TEXT    NOT NULL,
  author_id       TEXT    NOT NULL,
  author_name     TEXT    NOT NULL,
  signed_at       TEXT    NOT NULL,
  CHECK ((outcome IN ('held', 'partlyHeld')) = (minutes IS NOT NULL AND setting IS NOT NULL AND attendance IS NOT NULL)),
  CHECK ((outcome IN ('held', 'partlyHeld')) = (reason_code IS NULL)),
  UNIQUE (slot_id, attempt)
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_client ON sessions (client_id, signed_at);
-- Counts and the plan need no more than this: the notes, which are most of the table, are not read and decrypted for them.
CREATE INDEX sessions_by_outcome ON sessions (client_id, outcome, slot_id);
CREATE INDEX sessions_by_slot ON sessions (slot_id, attempt, outcome, settled_on, reason_code, offer_again_on);

CREATE INDEX slots_to_offer_again ON slots (offer_again_on, id) WHERE offer_again_on IS NOT NULL;

-- An attempt settles its slot up to its day and the day it was planned for, since a session may be called off ahead;
-- once it is held, the slot is settled for good.
CREATE TRIGGER a_session_settles_its_slot AFTER INSERT ON sessions
BEGIN
  UPDATE slots
  SET settled_through = CASE NEW.outcome WHEN 'held' THEN '9999-12-31' ELSE max(settled_through, NEW.settled_on, coalesce(planned_on, '')) END,
    offer_again_on = NEW.offer_again_on
  WHERE id = NEW.slot_id;
END;

-- A new day for a session that has not been held is a new appointment.
CREATE TRIGGER a_new_day_opens_the_slot AFTER UPDATE OF planned_on ON slots WHEN OLD.settled_through <> '9999-12-31'
BEGIN
  UPDATE slots SET settled_through = '', offer_again_on = NULL WHERE id = NEW.id;
END;

CREATE TABLE session_procedures (
  session_id TEXT    NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  code       TEXT    NOT NULL CHECK (code GLOB 'P[01][0-9]'),
  extent     TEXT    NOT NULL CHECK (extent IN ('whole', 'part')),
  role_plays INTEGER NOT NULL CHECK (role_plays BETWEEN 0 AND 20),
  PRIMARY KEY (session_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE homework (
  id          TEXT    NOT NULL PRIMARY KEY,
  client_id   TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch       INTEGER NOT NULL CHECK (epoch >= 1),
  given_in    TEXT    NOT NULL REFERENCES sessions (id),
  given_on    TEXT    NOT NULL CHECK (given_on GLOB '????-??-??'),
  position    INTEGER NOT NULL,
  what        TEXT    NOT NULL,
  at_when     TEXT    NOT NULL,
  at_where    TEXT    NOT NULL,
  with_whom   TEXT    NOT NULL,
  reviewed_in TEXT    REFERENCES sessions (id),
  reviewed_on TEXT    CHECK (reviewed_on GLOB '????-??-??'),
  done        TEXT    CHECK (done IN ('yes', 'partly', 'no')),
  CHECK ((reviewed_in IS NULL) = (done IS NULL) AND (reviewed_in IS NULL) = (reviewed_on IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX homework_by_client ON homework (client_id, given_on);
