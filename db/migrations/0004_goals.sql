-- Answers to worksheets and exercises, and goals in the client's own words.
CREATE TABLE worksheet_answers (
  id           TEXT    NOT NULL PRIMARY KEY,
  client_id    TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch        INTEGER NOT NULL CHECK (epoch >= 1),
  form_id      TEXT    NOT NULL,
  form_version INTEGER NOT NULL CHECK (form_version >= 1),
  answered_on  TEXT    NOT NULL CHECK (answered_on GLOB '????-??-??'),
  session_id   TEXT    REFERENCES sessions (id),
  answers      TEXT    NOT NULL CHECK (json_valid(answers)),
  author_id    TEXT    NOT NULL,
  author_name  TEXT    NOT NULL,
  -- The order of writing, for two answers on one day.
  sequence     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX worksheet_answers_by_client ON worksheet_answers (client_id, answered_on, sequence);
-- The history of one form; and what has been filled in at all, without reading and decrypting the answers.
CREATE INDEX worksheet_answers_by_form ON worksheet_answers (client_id, form_id, answered_on, sequence);

CREATE TABLE goals (
  id        TEXT    NOT NULL PRIMARY KEY,
  client_id TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch     INTEGER NOT NULL CHECK (epoch >= 1),
  -- The order in which the client's goals were set.
  sequence  INTEGER NOT NULL,
  -- When the goal is to be reviewed: kept by the triggers below, NULL once it is reached or ended.
  review_on TEXT    CHECK (review_on GLOB '????-??-??')
) STRICT, WITHOUT ROWID;

CREATE INDEX goals_by_client ON goals (client_id, sequence);
CREATE INDEX goals_to_review ON goals (review_on) WHERE review_on IS NOT NULL;

-- Everything that happened to a goal, in order. Nothing is overwritten: what was undone is marked, and no longer counts.
CREATE TABLE goal_events (
  goal_id       TEXT    NOT NULL REFERENCES goals (id) ON DELETE CASCADE,
  position      INTEGER NOT NULL CHECK (position >= 1),
  id            TEXT    NOT NULL UNIQUE,
  epoch         INTEGER NOT NULL CHECK (epoch >= 1),
  happened_on   TEXT    NOT NULL CHECK (happened_on GLOB '????-??-??'),
  written_at    TEXT    NOT NULL,
  author_id     TEXT    NOT NULL,
  author_name   TEXT    NOT NULL,
  change        TEXT    NOT NULL CHECK (json_valid(change)),
  taken_back_at TEXT,
  taken_back_by TEXT,
  PRIMARY KEY (goal_id, position),
  CHECK (coalesce(change ->> 'kind', '') IN ('worded', 'step', 'status', 'review')),
  CHECK (change ->> 'kind' <> 'worded' OR length(coalesce(change ->> 'words', '')) BETWEEN 1 AND 500),
  CHECK (position > 1 OR (change ->> 'kind' = 'worded' AND taken_back_at IS NULL)),
  CHECK (coalesce(change ->> 'level', 0) BETWEEN -2 AND 2),
  CHECK ((taken_back_at IS NULL) = (taken_back_by IS NULL))
) STRICT, WITHOUT ROWID;

CREATE VIEW goal_reviews AS
SELECT
  g.id AS goal_id,
  (SELECT change ->> 'reviewOn' FROM goal_events WHERE goal_id = g.id AND taken_back_at IS NULL
     AND change ->> 'kind' IN ('worded', 'review') ORDER BY position DESC LIMIT 1) AS review_on,
  (SELECT change ->> 'status' FROM goal_events WHERE goal_id = g.id AND taken_back_at IS NULL
     AND change ->> 'kind' IN ('status', 'review') ORDER BY position DESC LIMIT 1) AS status
FROM goals g;

CREATE TRIGGER goal_events_written AFTER INSERT ON goal_events BEGIN
  UPDATE goals SET review_on =
    (SELECT iif(status IN ('reached', 'ended'), NULL, review_on) FROM goal_reviews WHERE goal_id = NEW.goal_id)
  WHERE id = NEW.goal_id;
END;

CREATE TRIGGER goal_events_taken_back AFTER UPDATE OF taken_back_at ON goal_events BEGIN
  UPDATE goals SET review_on =
    (SELECT iif(status IN ('reached', 'ended'), NULL, review_on) FROM goal_reviews WHERE goal_id = NEW.goal_id)
  WHERE id = NEW.goal_id;
END;
