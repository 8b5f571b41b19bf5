-- What was recorded by mistake: a mark, which is an addition. The record stays as it was written, and counts no more.
CREATE TABLE mistakes (
  id               TEXT    NOT NULL PRIMARY KEY,
  client_id        TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch            INTEGER NOT NULL CHECK (epoch >= 1),
  about_kind       TEXT    NOT NULL CHECK (about_kind IN
    ('session', 'goal', 'offer', 'worksheet', 'homework', 'consent', 'remark', 'placement')),
  about_id         TEXT    NOT NULL,
  -- The mark that this one came with: what was signed in a session is struck with it.
  with_id          TEXT    REFERENCES mistakes (id),
  reason           TEXT    NOT NULL CHECK (reason IN ('wrongClient', 'wrongDay', 'wrongSession', 'other', 'undone')),
  -- May be left behind by a consent that does not cover notes.
  words            TEXT    NOT NULL,
  -- JSON: of a session, the homework that it had looked back on, and that is outstanding again.
  reviews          TEXT    NOT NULL CHECK (json_valid(reviews)),
  author_id        TEXT    NOT NULL,
  author_name      TEXT    NOT NULL,
  marked_at        TEXT    NOT NULL,
  taken_back_at    TEXT,
  taken_back_by_id TEXT,
  taken_back_by    TEXT,
  CHECK ((taken_back_at IS NULL) = (taken_back_by_id IS NULL) AND (taken_back_at IS NULL) = (taken_back_by IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX mistakes_by_client ON mistakes (client_id, marked_at);
-- A record is struck at most once at a time; every query that tells how things stand looks here.
CREATE UNIQUE INDEX mistakes_in_force ON mistakes (about_id) WHERE taken_back_at IS NULL;

CREATE TRIGGER a_mistake_is_never_changed BEFORE UPDATE OF id, about_kind, about_id, with_id, reason, words, reviews, author_id,
  author_name, marked_at ON mistakes
BEGIN SELECT RAISE(ABORT, 'a mark is never changed'); END;
CREATE TRIGGER a_mistake_is_taken_back_once BEFORE UPDATE OF taken_back_at, taken_back_by_id, taken_back_by ON mistakes
WHEN OLD.taken_back_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a mark is never changed'); END;
CREATE TRIGGER a_mistake_moves_only_by_merging BEFORE UPDATE OF client_id, epoch ON mistakes
WHEN NOT EXISTS (SELECT 1 FROM client_merges m WHERE m.finished = 0 AND m.client_id = NEW.client_id AND m.merged_id = OLD.client_id)
BEGIN SELECT RAISE(ABORT, 'a mark is never changed'); END;
CREATE TRIGGER a_mistake_is_never_removed BEFORE DELETE ON mistakes
WHEN EXISTS (SELECT 1 FROM clients WHERE id = OLD.client_id)
BEGIN SELECT RAISE(ABORT, 'a mark is never removed'); END;
CREATE TRIGGER a_mistake_is_never_replaced BEFORE INSERT ON mistakes
WHEN EXISTS (SELECT 1 FROM mistakes WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM mistakes WHERE about_id = NEW.about_id AND taken_back_at IS NULL AND NEW.taken_back_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'a mark is never replaced'); END;

-- When it was written down, as far as is known: the day it is about is another. And the sheet that an offer was read from.
ALTER TABLE offers ADD COLUMN written_at TEXT;
ALTER TABLE offers ADD COLUMN worksheet_id TEXT REFERENCES worksheet_answers (id);
ALTER TABLE worksheet_answers ADD COLUMN written_at TEXT;

-- The latest answer that stands counts; one that was struck is not asked about again.
CREATE VIEW offers_answered AS
SELECT o.id, (
  EXISTS (SELECT 1 FROM mistakes m WHERE m.about_id = o.id AND m.taken_back_at IS NULL)
  OR EXISTS (
    SELECT 1 FROM offers later
    WHERE later.client_id = o.client_id AND later.offered = o.offered
      AND (later.made_on, later.sequence) > (o.made_on, o.sequence)
      AND NOT EXISTS (SELECT 1 FROM mistakes m WHERE m.about_id = later.id AND m.taken_back_at IS NULL))
) AS superseded
FROM offers o;

DROP TRIGGER an_answer_supersedes_the_one_before;
CREATE TRIGGER an_answer_supersedes_the_one_before AFTER INSERT ON offers
BEGIN
  UPDATE offers SET superseded = (SELECT a.superseded FROM offers_answered a WHERE a.id = offers.id)
  WHERE client_id = NEW.client_id AND offered = NEW.offered;
END;

-- A goal that was struck is not reviewed.
DROP VIEW goal_reviews;
CREATE VIEW goal_reviews AS
SELECT
  g.id AS goal_id,
  (SELECT change ->> 'reviewOn' FROM goal_events WHERE goal_id = g.id AND taken_back_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM mistakes m WHERE m.about_id = g.id AND m.taken_back_at IS NULL)
     AND change ->> 'kind' IN ('worded', 'review') ORDER BY position DESC LIMIT 1) AS review_on,
  (SELECT change ->> 'status' FROM goal_events WHERE goal_id = g.id AND taken_back_at IS NULL
     AND change ->> 'kind' IN ('status', 'review') ORDER BY position DESC LIMIT 1) AS status
FROM goals g;

-- How far the sessions that stand settle their slot, and what the latest of them says about offering it again.
CREATE VIEW slots_settled AS
SELECT
  s.id,
  coalesce((SELECT max(iif(x.outcome = 'held', '9999-12-31', x.settled_on)) FROM sessions x WHERE x.slot_id = s.id
    AND NOT EXISTS (SELECT 1 FROM mistakes m WHERE m.about_id = x.id AND m.taken_back_at IS NULL)), '') AS settled_through,
  (SELECT x.offer_again_on FROM sessions x WHERE x.slot_id = s.id
     AND NOT EXISTS (SELECT 1 FROM mistakes m WHERE m.about_id = x.id AND m.taken_back_at IS NULL)
     ORDER BY x.attempt DESC LIMIT 1) AS offer_again_on
FROM slots s;

CREATE TRIGGER a_mistake_is_felt AFTER INSERT ON mistakes
BEGIN
  UPDATE slots SET (settled_through, offer_again_on) = (
    SELECT a.settled_through, iif(slots.planned_on > a.settled_through, NULL, a.offer_again_on) FROM slots_settled a WHERE a.id = slots.id)
  WHERE NEW.about_kind = 'session' AND id = (SELECT slot_id FROM sessions WHERE id = NEW.about_id);
  UPDATE goals SET review_on =
    (SELECT iif(status IN ('reached', 'ended'), NULL, review_on) FROM goal_reviews WHERE goal_id = goals.id)
  WHERE NEW.about_kind = 'goal' AND id = NEW.about_id;
  UPDATE offers SET superseded = (SELECT a.superseded FROM offers_answered a WHERE a.id = offers.id)
  WHERE NEW.about_kind = 'offer' AND client_id = NEW.client_id;
END;

CREATE TRIGGER a_mistake_taken_back_is_felt AFTER UPDATE OF taken_back_at ON mistakes
BEGIN
  UPDATE slots SET (settled_through, offer_again_on) = (
    SELECT a.settled_through, iif(slots.planned_on > a.settled_through, NULL, a.offer_again_on) FROM slots_settled a WHERE a.id = slots.id)
  WHERE NEW.about_kind = 'session' AND id = (SELECT slot_id FROM sessions WHERE id = NEW.about_id);
  UPDATE goals SET review_on =
    (SELECT iif(status IN ('reached', 'ended'), NULL, review_on) FROM goal_reviews WHERE goal_id = goals.id)
  WHERE NEW.about_kind = 'goal' AND id = NEW.about_id;
  UPDATE offers SET superseded = (SELECT a.superseded FROM offers_answered a WHERE a.id = offers.id)
  WHERE NEW.about_kind = 'offer' AND client_id = NEW.client_id;
END;
