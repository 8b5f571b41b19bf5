-- The lists that are data get their days (L8): a row may be chosen from one day to another, and is never removed, since what
-- has been recorded keeps its word. A code stays what it is; what it is called may change, and each earlier word is kept with
-- its last day.
ALTER TABLE reasons ADD COLUMN from_on TEXT CHECK (from_on GLOB '????-??-??');
ALTER TABLE reasons ADD COLUMN to_on TEXT CHECK (to_on GLOB '????-??-??');
ALTER TABLE legal_grounds ADD COLUMN from_on TEXT CHECK (from_on GLOB '????-??-??');
ALTER TABLE legal_grounds ADD COLUMN to_on TEXT CHECK (to_on GLOB '????-??-??');
ALTER TABLE end_reasons ADD COLUMN from_on TEXT CHECK (from_on GLOB '????-??-??');
ALTER TABLE end_reasons ADD COLUMN to_on TEXT CHECK (to_on GLOB '????-??-??');

CREATE TABLE earlier_words (
  list  TEXT NOT NULL CHECK (list IN ('reasons', 'legalGrounds', 'endReasons')),
  code  TEXT NOT NULL,
  -- The last day it was called so.
  to_on TEXT NOT NULL CHECK (to_on GLOB '????-??-??'),
  words TEXT NOT NULL,
  PRIMARY KEY (list, code, to_on)
) STRICT, WITHOUT ROWID;

-- Which secrecy a kind of record fell under by default before, until and with which day.
CREATE TABLE earlier_secrecy_defaults (
  unit_kind   TEXT NOT NULL,
  record_kind TEXT NOT NULL,
  to_on       TEXT NOT NULL CHECK (to_on GLOB '????-??-??'),
  branch      TEXT NOT NULL CHECK (branch IN ('socialServices', 'healthCare')),
  PRIMARY KEY (unit_kind, record_kind, to_on),
  FOREIGN KEY (unit_kind, record_kind) REFERENCES secrecy_defaults (unit_kind, record_kind)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER a_reason_is_never_removed BEFORE DELETE ON reasons
BEGIN SELECT RAISE(ABORT, 'a reason is ended, never removed'); END;
CREATE TRIGGER a_legal_ground_is_never_removed BEFORE DELETE ON legal_grounds
BEGIN SELECT RAISE(ABORT, 'a legal ground is ended, never removed'); END;
CREATE TRIGGER an_end_reason_is_never_removed BEFORE DELETE ON end_reasons
BEGIN SELECT RAISE(ABORT, 'an end reason is ended, never removed'); END;
CREATE TRIGGER a_reason_keeps_its_code BEFORE UPDATE OF code, side ON reasons
BEGIN SELECT RAISE(ABORT, 'a reason keeps its code and side'); END;
CREATE TRIGGER a_legal_ground_keeps_its_code BEFORE UPDATE OF code, phase ON legal_grounds
BEGIN SELECT RAISE(ABORT, 'a legal ground keeps its code and phase'); END;
CREATE TRIGGER an_end_reason_keeps_its_code BEFORE UPDATE OF code ON end_reasons
BEGIN SELECT RAISE(ABORT, 'an end reason keeps its code'); END;
