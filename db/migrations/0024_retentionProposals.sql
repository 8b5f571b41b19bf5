-- A removal is decided by two persons where two may (L55): one proposes, another decides. A proposal stays, whatever came of it.
CREATE TABLE retention_proposals (
  id             TEXT NOT NULL PRIMARY KEY,
  client_ref     TEXT NOT NULL,
  case_number    TEXT NOT NULL,
  -- The rule as it was that day: the provision, and what spoke for keeping the record (JSON).
  ground         TEXT NOT NULL,
  kept           TEXT NOT NULL CHECK (json_valid(kept)),
  reason         TEXT NOT NULL,
  last_note_on   TEXT NOT NULL CHECK (last_note_on GLOB '????-??-??'),
  proposed_on    TEXT NOT NULL CHECK (proposed_on GLOB '????-??-??'),
  proposed_at    TEXT NOT NULL,
  proposed_by_id TEXT NOT NULL REFERENCES users (id),
  proposed_by    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX retention_proposals_by_client ON retention_proposals (client_ref, proposed_at);

CREATE TRIGGER a_retention_proposal_stands BEFORE UPDATE ON retention_proposals
BEGIN SELECT RAISE(ABORT, 'a retention proposal stands as it was made'); END;
CREATE TRIGGER a_retention_proposal_is_kept BEFORE DELETE ON retention_proposals
BEGIN SELECT RAISE(ABORT, 'the protocol is kept'); END;

-- The proposal that the decision agreed with; null where one person decided alone.
ALTER TABLE retention_decisions ADD COLUMN proposal_id TEXT REFERENCES retention_proposals (id);
-- What spoke for keeping the record when it was decided (JSON); empty for a decision from before this was kept.
ALTER TABLE retention_decisions ADD COLUMN kept TEXT NOT NULL DEFAULT '' CHECK (kept = '' OR json_valid(kept));

CREATE TRIGGER a_retention_decision_keeps_its_rule BEFORE UPDATE OF proposal_id, kept ON retention_decisions
BEGIN SELECT RAISE(ABORT, 'a retention decision stands as it was made'); END;
