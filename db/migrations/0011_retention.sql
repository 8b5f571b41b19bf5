-- Which rules for keeping and removing the unit follows, what is kept for research, and every decision about a record (L5, L53 to L55).
CREATE TABLE authority (
  only_row   INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  -- SiS is a state agency: without a decision of its own under the archives act nothing there is ever due.
  kind       TEXT    NOT NULL CHECK (kind IN ('state', 'municipality', 'private')),
  -- Who answers for the personal data (personuppgiftsansvarig); may be empty until someone has said.
  controller TEXT    NOT NULL,
  -- The state agency's own decision: its reference, and how many years after the last note.
  decision   TEXT    NOT NULL,
  years      INTEGER CHECK (years BETWEEN 1 AND 100),
  CHECK ((decision = '') = (years IS NULL))
) STRICT;

-- Municipalities whose records are kept for research. SoF (2025:468) 13 kap. 1 §: the counties of Östergötland, Gotland and
-- Västernorrland, and Göteborg. Data, since the ordinance may change (L8).
CREATE TABLE kept_for_research (
  municipality TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

INSERT INTO kept_for_research (municipality) VALUES
  ('Boxholm'), ('Finspång'), ('Kinda'), ('Linköping'), ('Mjölby'), ('Motala'), ('Norrköping'), ('Söderköping'), ('Vadstena'),
  ('Valdemarsvik'), ('Ydre'), ('Åtvidaberg'), ('Ödeshög'), ('Gotland'), ('Härnösand'), ('Kramfors'), ('Sollefteå'),
  ('Sundsvall'), ('Timrå'), ('Ånge'), ('Örnsköldsvik'), ('Göteborg');

-- The protocol. It outlives the record, so it holds a case number at the most, and never points to the client's row.
CREATE TABLE retention_decisions (
  id             TEXT    NOT NULL PRIMARY KEY,
  client_ref     TEXT    NOT NULL,
  case_number    TEXT    NOT NULL,
  decision       TEXT    NOT NULL CHECK (decision IN ('remove', 'keep')),
  -- The provision that it rests on, as it was worded that day.
  ground         TEXT    NOT NULL,
  reason         TEXT    NOT NULL,
  last_note_on   TEXT    NOT NULL CHECK (last_note_on GLOB '????-??-??'),
  decided_on     TEXT    NOT NULL CHECK (decided_on GLOB '????-??-??'),
  decided_at     TEXT    NOT NULL,
  decided_by     TEXT    NOT NULL,
  carried_out_at TEXT,
  carried_out_by TEXT,
  -- How many rows were removed.
  removed_rows   INTEGER CHECK (removed_rows >= 1),
  CHECK ((carried_out_at IS NULL) = (carried_out_by IS NULL) AND (carried_out_at IS NULL) = (removed_rows IS NULL)),
  CHECK (decision = 'remove' OR carried_out_at IS NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX retention_decisions_by_client ON retention_decisions (client_ref, decided_at);

CREATE TRIGGER a_retention_decision_stands BEFORE UPDATE OF id, client_ref, case_number, decision, ground, reason, last_note_on,
  decided_on, decided_at, decided_by ON retention_decisions
BEGIN SELECT RAISE(ABORT, 'a retention decision stands as it was made'); END;
CREATE TRIGGER a_removal_is_done_once BEFORE UPDATE ON retention_decisions WHEN OLD.carried_out_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what has been removed is removed'); END;
CREATE TRIGGER a_retention_decision_is_kept BEFORE DELETE ON retention_decisions
BEGIN SELECT RAISE(ABORT, 'the protocol is kept'); END;
