-- The training register (L36): who has which education and method since when, and which procedures they are certified
-- in. Nothing in it is ever changed: what is changed is written anew, and what was wrong is taken back and stays.
CREATE TABLE training_methods (
  code     TEXT    NOT NULL PRIMARY KEY,
  words    TEXT    NOT NULL,
  -- For the head of a column.
  short    TEXT    NOT NULL,
  -- Who has it can give CRA.
  cra      INTEGER NOT NULL CHECK (cra IN (0, 1)),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO training_methods (code, words, short, cra, position) VALUES
  ('craBasic',          'CRA, grundutbildning',        'CRA',            1, 1),
  ('craSupervisor',     'CRA, handledarutbildning',    'CRA-handledare', 1, 2),
  ('mi',                'MI, motiverande samtal',      'MI',             0, 3),
  ('relapsePrevention', 'ÅP, återfallsprevention',     'ÅP',             0, 4),
  ('asi',               'ASI, intervju och uppföljning', 'ASI',          0, 5),
  ('maps',              'MAPS',                        'MAPS',           0, 6);

CREATE TABLE training_entries (
  id          TEXT NOT NULL PRIMARY KEY,
  user_id     TEXT NOT NULL REFERENCES users (id),
  kind        TEXT NOT NULL CHECK (kind IN ('education', 'method', 'certification')),
  -- Of a method only.
  method      TEXT REFERENCES training_methods (code),
  content     TEXT NOT NULL CHECK (json_valid(content)),
  -- An earlier entry of the same user and kind.
  replaces    TEXT REFERENCES training_entries (id),
  author_id   TEXT NOT NULL REFERENCES users (id),
  author_name TEXT NOT NULL,
  at          TEXT NOT NULL,
  CHECK ((kind = 'method') = (method IS NOT NULL)),
  CHECK (kind <> 'certification' OR user_id <> author_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX training_entries_by_user ON training_entries (user_id, at, id);

CREATE TABLE training_takings_back (
  entry_id    TEXT NOT NULL PRIMARY KEY REFERENCES training_entries (id),
  reason      TEXT NOT NULL CHECK (reason <> ''),
  author_id   TEXT NOT NULL REFERENCES users (id),
  author_name TEXT NOT NULL,
  at          TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER training_entries_stay BEFORE UPDATE ON training_entries
BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TRIGGER training_entries_are_kept BEFORE DELETE ON training_entries
BEGIN SELECT RAISE(ABORT, 'an entry is taken back, and stays'); END;
CREATE TRIGGER training_takings_back_stay BEFORE UPDATE ON training_takings_back
BEGIN SELECT RAISE(ABORT, 'a taking back is never changed'); END;
CREATE TRIGGER training_takings_back_are_kept BEFORE DELETE ON training_takings_back
BEGIN SELECT RAISE(ABORT, 'a taking back is never undone'); END;

-- Sessions that failed for want of trained staff are counted over the whole binder.
CREATE INDEX sessions_without_trained_staff ON sessions (settled_on, client_id, epoch)
  WHERE outcome = 'notOffered' AND reason_code = 'noTrainedStaff';
