-- Two clients who are one person: who put them together and why, what each was called, and what came from where.
CREATE TABLE client_merges (
  id           TEXT NOT NULL PRIMARY KEY,
  -- The client who stays.
  client_id    TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  -- The one who is no longer there. The access log, which is never changed, still names it.
  merged_id    TEXT NOT NULL UNIQUE,
  -- What that one was called: the case number, or initials and year of birth.
  reference    TEXT NOT NULL,
  -- JSON: both rows of clients as they were.
  kept_before  TEXT NOT NULL CHECK (json_valid(kept_before)),
  merged_before TEXT NOT NULL CHECK (json_valid(merged_before)),
  -- JSON: the merged one's slots and custodies, whose place the kept one's took.
  folded       TEXT NOT NULL CHECK (json_valid(folded)),
  -- JSON: the ids of every record that came along, by table.
  moved        TEXT NOT NULL CHECK (json_valid(moved)),
  reason       TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
  author_id    TEXT NOT NULL,
  author_name  TEXT NOT NULL,
  merged_at    TEXT NOT NULL,
  -- 0 only inside the transaction that carries it out: then, and never else, may what was signed change whose it is.
  finished     INTEGER NOT NULL CHECK (finished IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX client_merges_by_client ON client_merges (client_id, merged_at);
CREATE UNIQUE INDEX client_merges_under_way ON client_merges (finished) WHERE finished = 0;

CREATE TRIGGER a_merge_is_never_changed BEFORE UPDATE OF id, merged_id, reference, kept_before, merged_before, folded, moved,
  reason, author_id, author_name, merged_at ON client_merges
BEGIN SELECT RAISE(ABORT, 'a merge is never changed'); END;
CREATE TRIGGER a_merge_is_finished_once BEFORE UPDATE OF finished ON client_merges WHEN OLD.finished = 1
BEGIN SELECT RAISE(ABORT, 'a merge is never changed'); END;
CREATE TRIGGER a_merge_is_never_removed BEFORE DELETE ON client_merges
WHEN EXISTS (SELECT 1 FROM clients WHERE id = OLD.client_id)
BEGIN SELECT RAISE(ABORT, 'a merge is never removed'); END;
CREATE TRIGGER a_merge_is_never_replaced BEFORE INSERT ON client_merges
WHEN EXISTS (SELECT 1 FROM client_merges WHERE id = NEW.id OR merged_id = NEW.merged_id)
BEGIN SELECT RAISE(ABORT, 'a merge is never replaced'); END;

-- What was signed, added, decided or told stays word for word. Only whose it is may change, from a client to the one they
-- are being merged with, and with it what follows from that: the holder's epoch and the place in an order.
DROP TRIGGER a_signed_session_is_never_changed;
CREATE TRIGGER a_signed_session_is_never_changed BEFORE UPDATE OF id, outcome, settled_on, minutes, setting, attendance, present,
  co_therapists, steps, reason_code, offer_again_on, craving, importance, confidence, readiness, change_talk, takes_along,
  would_change, how_it_was, note, manual_version, author_id, author_name, signed_at ON sessions
BEGIN SELECT RAISE(ABORT, 'a signed session is never changed'); END;
CREATE TRIGGER a_signed_session_moves_only_by_merging BEFORE UPDATE OF slot_id, client_id, epoch, attempt ON sessions
WHEN NOT EXISTS (SELECT 1 FROM client_merges m WHERE m.finished = 0 AND m.client_id = NEW.client_id
  AND OLD.client_id IN (m.client_id, m.merged_id))
BEGIN SELECT RAISE(ABORT, 'a signed session is never changed'); END;

DROP TRIGGER a_remark_is_never_changed;
CREATE TRIGGER a_remark_is_never_changed BEFORE UPDATE OF id, kind, about_kind, words, said_on, author_id, author_name, written_at
  ON remarks
BEGIN SELECT RAISE(ABORT, 'what was added is never changed'); END;
CREATE TRIGGER a_remark_moves_only_by_merging BEFORE UPDATE OF client_id, epoch, sequence, about_id ON remarks
WHEN NOT EXISTS (SELECT 1 FROM client_merges m WHERE m.finished = 0 AND m.client_id = NEW.client_id AND m.merged_id = OLD.client_id)
  OR (NEW.about_id <> OLD.about_id AND NOT (OLD.about_kind = 'plan' AND NEW.about_id = NEW.client_id))
BEGIN SELECT RAISE(ABORT, 'what was added is never changed'); END;

DROP TRIGGER a_secrecy_decision_is_never_changed;
CREATE TRIGGER a_secrecy_decision_is_never_changed BEFORE UPDATE OF id, about_kind, about_id, branch, author_id, author_name,
  decided_at ON secrecy_decisions
BEGIN SELECT RAISE(ABORT, 'a secrecy decision is never changed'); END;
CREATE TRIGGER a_secrecy_decision_moves_only_by_merging BEFORE UPDATE OF client_id, epoch, sequence ON secrecy_decisions
WHEN NOT EXISTS (SELECT 1 FROM client_merges m WHERE m.finished = 0 AND m.client_id = NEW.client_id AND m.merged_id = OLD.client_id)
BEGIN SELECT RAISE(ABORT, 'a secrecy decision is never changed'); END;

DROP TRIGGER a_client_change_is_never_changed;
CREATE TRIGGER a_client_change_is_never_changed BEFORE UPDATE OF id, changes, earlier_number, earlier_case_number, reason, author_id,
  author_name, changed_at ON client_changes
BEGIN SELECT RAISE(ABORT, 'what a client was called before is never changed'); END;
CREATE TRIGGER a_client_change_moves_only_by_merging BEFORE UPDATE OF client_id, epoch, sequence ON client_changes
WHEN NOT EXISTS (SELECT 1 FROM client_merges m WHERE m.finished = 0 AND m.client_id = NEW.client_id AND m.merged_id = OLD.client_id)
BEGIN SELECT RAISE(ABORT, 'what a client was called before is never changed'); END;

CREATE TRIGGER a_merge_moves_only_by_merging BEFORE UPDATE OF client_id ON client_merges
WHEN NOT EXISTS (SELECT 1 FROM client_merges m WHERE m.finished = 0 AND m.client_id = NEW.client_id AND m.merged_id = OLD.client_id)
BEGIN SELECT RAISE(ABORT, 'a merge is never changed'); END;

DROP TRIGGER broken_glass_stays_as_told;
CREATE TRIGGER broken_glass_stays_as_told BEFORE UPDATE OF id, user_id, user_name, reason, at, until ON broken_glass
BEGIN SELECT RAISE(ABORT, 'broken glass is not mended'); END;
CREATE TRIGGER broken_glass_moves_only_by_merging BEFORE UPDATE OF client_id ON broken_glass
WHEN NOT EXISTS (SELECT 1 FROM client_merges m WHERE m.finished = 0 AND m.client_id = NEW.client_id AND m.merged_id = OLD.client_id)
BEGIN SELECT RAISE(ABORT, 'broken glass is not mended'); END;

DROP TRIGGER an_assignment_is_never_changed;
CREATE TRIGGER an_assignment_is_never_changed BEFORE UPDATE OF id, from_therapist_id, from_coordinator_id, therapist_id,
  coordinator_id, reason, author_id, author_name, assigned_at ON assignments
BEGIN SELECT RAISE(ABORT, 'an assignment is never changed'); END;
CREATE TRIGGER an_assignment_moves_only_by_merging BEFORE UPDATE OF client_id ON assignments
WHEN NOT EXISTS (SELECT 1 FROM client_merges m WHERE m.finished = 0 AND m.client_id = NEW.client_id AND m.merged_id = OLD.client_id)
BEGIN SELECT RAISE(ABORT, 'an assignment is never changed'); END;
