-- Units, the people who work here, and the lists that are data because law and practice change them (L8).
CREATE TABLE units (
  id   TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
  kind TEXT NOT NULL CHECK (kind IN ('lvmHome', 'section27Home', 'municipality', 'district', 'outpatient', 'other'))
) STRICT, WITHOUT ROWID;

-- One row: whose binder this is, and what holds for all who use it.
CREATE TABLE installation (
  only_row     INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  unit_id      TEXT    NOT NULL REFERENCES units (id),
  -- Minutes without a sign of anyone until the binder locks itself.
  idle_minutes INTEGER NOT NULL DEFAULT 5 CHECK (idle_minutes BETWEEN 1 AND 15)
) STRICT;

-- Rows stay when a user has left, since the record names its authors.
CREATE TABLE users (
  id          TEXT NOT NULL PRIMARY KEY,
  name        TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- When they first opened the binder: from then on something may name them.
  first_in_at TEXT
) STRICT, WITHOUT ROWID;

-- Who has had which role, given by whom, from when to when (L11). A user with no role in force is not let in.
CREATE TABLE user_roles (
  user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  role       TEXT NOT NULL CHECK (role IN ('therapist', 'coordinator', 'supervisor', 'administrator')),
  granted_at TEXT NOT NULL,
  granted_by TEXT NOT NULL REFERENCES users (id),
  ended_at   TEXT,
  ended_by   TEXT REFERENCES users (id),
  PRIMARY KEY (user_id, role, granted_at),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX user_roles_in_force ON user_roles (user_id, role) WHERE ended_at IS NULL;

-- The printed recovery sheets that have been tried by writing two of their words back; the latest is the one that opens.
CREATE TABLE recovery_sheets (
  tested_at TEXT NOT NULL PRIMARY KEY,
  made_by   TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reasons (
  code     TEXT    NOT NULL PRIMARY KEY,
  words    TEXT    NOT NULL,
  side     TEXT    NOT NULL CHECK (side IN ('client', 'service')),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO reasons (code, words, side, position) VALUES
  ('notMotivated',         'Inte motiverad just nu',             'client',  1),
  ('doubtsMethod',         'Tvivlar på CRA',                     'client',  2),
  ('tired',                'Orkar inte i dag',                   'client',  3),
  ('ill',                  'Sjuk',                               'client',  4),
  ('lapse',                'Återfall eller påverkad',            'client',  5),
  ('mentalIllHealth',      'Mår psykiskt för dåligt',            'client',  6),
  ('otherAppointment',     'Annat som krockar',                  'client',  7),
  ('cancelledAhead',       'Avbokade i förväg',                  'client',  8),
  ('absconded',            'Avviken eller går inte att nå',      'client',  9),
  ('travel',               'Kunde inte ta sig dit',              'client', 10),
  ('clientReasonUnknown',  'Orsak ej känd',                      'client', 11),
  ('noTrainedStaff',       'Ingen utbildad personal',            'service', 1),
  ('staffing',             'Bemanning',                          'service', 2),
  ('staffIll',             'Behandlaren sjuk eller ledig',       'service', 3),
  ('stayTooShort',         'Placeringen för kort',               'service', 4),
  ('transferred',          'Överflyttad till annat hem',         'service', 5),
  ('noRoom',               'Lokal eller utrustning saknades',    'service', 6),
  ('otherDuties',          'Andra uppgifter gick före',          'service', 7),
  ('supplyMissing',        'Ramavtal eller utbud saknas',        'service', 8),
  ('notRelevant',          'Ej aktuell för klienten',            'service', 9),
  ('serviceReasonUnknown', 'Orsak ej antecknad',                 'service', 10);

CREATE TABLE legal_grounds (
  code     TEXT    NOT NULL PRIMARY KEY,
  words    TEXT    NOT NULL,
  -- The phase of care the ground usually belongs to.
  phase    TEXT    NOT NULL CHECK (phase IN ('A', 'B', 'C')),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO legal_grounds (code, words, phase, position) VALUES
  ('lvm4',  '4 § LVM',  'A', 1),
  ('lvm13', '13 § LVM', 'A', 2),
  ('lvm27', '27 § LVM', 'B', 3),
  ('sol',   'SoL',      'C', 4);
