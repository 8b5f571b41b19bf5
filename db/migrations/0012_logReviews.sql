-- The recurring review of the access log (L14). Nothing in it is ever changed: decisions and additions are added,
-- and a review ends once.
CREATE TABLE log_reviews (
  id            TEXT    NOT NULL PRIMARY KEY,
  from_on       TEXT    NOT NULL CHECK (from_on GLOB '????-??-??'),
  to_on         TEXT    NOT NULL CHECK (to_on GLOB '????-??-??' AND to_on >= from_on),
  settings      TEXT    NOT NULL CHECK (json_valid(settings)),
  seed          TEXT    NOT NULL CHECK (length(seed) = 32),
  -- The last entry of the log when the review began, and its hash.
  last_sequence INTEGER NOT NULL,
  last_hash     TEXT    NOT NULL,
  -- Entries in the period, and items to decide on.
  entries       INTEGER NOT NULL,
  items         INTEGER NOT NULL,
  content       TEXT    NOT NULL CHECK (json_valid(content)),
  author_id     TEXT    NOT NULL,
  author_name   TEXT    NOT NULL,
  at            TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE log_review_endings (
  review_id   TEXT NOT NULL PRIMARY KEY REFERENCES log_reviews (id),
  how         TEXT NOT NULL CHECK (how IN ('signed', 'brokenOff')),
  words       TEXT NOT NULL,
  author_id   TEXT NOT NULL,
  author_name TEXT NOT NULL,
  at          TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE log_review_decisions (
  review_id   TEXT    NOT NULL REFERENCES log_reviews (id),
  -- The order of deciding: the latest on an item counts.
  position    INTEGER NOT NULL CHECK (position >= 1),
  item        TEXT    NOT NULL,
  decision    TEXT    NOT NULL CHECK (decision IN ('noRemark', 'askUser', 'report')),
  words       TEXT    NOT NULL,
  author_id   TEXT    NOT NULL,
  author_name TEXT    NOT NULL,
  at          TEXT    NOT NULL,
  PRIMARY KEY (review_id, position),
  CHECK (decision = 'noRemark' OR words <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE log_review_additions (
  review_id   TEXT    NOT NULL REFERENCES log_review_endings (review_id),
  position    INTEGER NOT NULL CHECK (position >= 1),
  words       TEXT    NOT NULL CHECK (words <> ''),
  author_id   TEXT    NOT NULL,
  author_name TEXT    NOT NULL,
  at          TEXT    NOT NULL,
  PRIMARY KEY (review_id, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER log_reviews_stay BEFORE UPDATE ON log_reviews
BEGIN SELECT RAISE(ABORT, 'a review is never changed'); END;
CREATE TRIGGER log_reviews_are_kept BEFORE DELETE ON log_reviews
BEGIN SELECT RAISE(ABORT, 'a review is never taken back'); END;
CREATE TRIGGER log_review_endings_stay BEFORE UPDATE ON log_review_endings
BEGIN SELECT RAISE(ABORT, 'a review is never changed'); END;
CREATE TRIGGER log_review_endings_are_kept BEFORE DELETE ON log_review_endings
BEGIN SELECT RAISE(ABORT, 'a review is never taken back'); END;
CREATE TRIGGER log_review_decisions_stay BEFORE UPDATE ON log_review_decisions
BEGIN SELECT RAISE(ABORT, 'a review is never changed'); END;
CREATE TRIGGER log_review_decisions_are_kept BEFORE DELETE ON log_review_decisions
BEGIN SELECT RAISE(ABORT, 'a review is never taken back'); END;
CREATE TRIGGER log_review_decisions_come_before_the_end BEFORE INSERT ON log_review_decisions
WHEN EXISTS (SELECT 1 FROM log_review_endings WHERE review_id = NEW.review_id)
BEGIN SELECT RAISE(ABORT, 'the review has ended'); END;
CREATE TRIGGER log_review_additions_stay BEFORE UPDATE ON log_review_additions
BEGIN SELECT RAISE(ABORT, 'a review is never changed'); END;
CREATE TRIGGER log_review_additions_are_kept BEFORE DELETE ON log_review_additions
BEGIN SELECT RAISE(ABORT, 'a review is never taken back'); END;
