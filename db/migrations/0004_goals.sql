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

CREATE TABLE goals (
  id        TEXT    NOT NULL PRIMARY KEY,
  client_id TEXT    NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  epoch     INTEGER NOT NULL CHECK (epoch >= 1),
  words     TEXT    NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
  area      TEXT    NOT NULL,
  wording   TEXT    NOT NULL,
  obstacle  TEXT    NOT NULL,
  plan      TEXT    NOT NULL,
  review_on TEXT    CHECK (review_on GLOB '????-??-??'),
  set_on    TEXT    NOT NULL CHECK (set_on GLOB '????-??-??')
) STRICT, WITHOUT ROWID;

CREATE INDEX goals_by_client ON goals (client_id, set_on);

CREATE TABLE goal_steps (
  goal_id  TEXT    NOT NULL REFERENCES goals (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 1),
  what     TEXT    NOT NULL,
  by_on    TEXT    CHECK (by_on GLOB '????-??-??'),
  who      TEXT    NOT NULL,
  PRIMARY KEY (goal_id, position)
) STRICT, WITHOUT ROWID;

-- Every status a goal has had: the last one holds, none is overwritten.
CREATE TABLE goal_statuses (
  goal_id  TEXT    NOT NULL REFERENCES goals (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 1),
  status   TEXT    NOT NULL CHECK (status IN ('notStarted', 'underWay', 'reached', 'changed', 'ended')),
  set_on   TEXT    NOT NULL CHECK (set_on GLOB '????-??-??'),
  set_at   TEXT    NOT NULL,
  PRIMARY KEY (goal_id, position)
) STRICT, WITHOUT ROWID;
