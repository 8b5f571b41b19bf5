-- What a user has typed and not yet signed: encrypted with the rest, kept through lock and crash.
CREATE TABLE drafts (
  user_id   TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  -- What is being written: a screen and the thing it is about.
  place     TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 100),
  content   TEXT NOT NULL CHECK (json_valid(content)),
  -- Counts up with every save, so that a window sees that another one has written since.
  revision  INTEGER NOT NULL CHECK (revision >= 1),
  -- The window that saved it last: a random id, new each time the app is opened.
  window_id TEXT NOT NULL,
  saved_at  TEXT NOT NULL,
  PRIMARY KEY (user_id, client_id, place)
) STRICT, WITHOUT ROWID;

-- Who else has begun to write here.
CREATE INDEX drafts_by_place ON drafts (client_id, place);

-- Texts that lost a choice between two windows, or that their writer let go: within reach for some weeks.
CREATE TABLE earlier_drafts (
  user_id   TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  place     TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 100),
  id        TEXT NOT NULL,
  content   TEXT NOT NULL CHECK (json_valid(content)),
  saved_at  TEXT NOT NULL,
  PRIMARY KEY (user_id, client_id, place, id)
) STRICT, WITHOUT ROWID;

-- What someone is typing in no own client's record, as a new client, a reason or a review: each user's own.
CREATE TABLE typing (
  user_id  TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  place    TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 300),
  words    TEXT NOT NULL CHECK (words <> ''),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (user_id, place)
) STRICT, WITHOUT ROWID;

-- Where each user was: an address names a client, so it lies here and never in a file of the window's.
CREATE TABLE last_places (
  user_id  TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  path     TEXT NOT NULL CHECK (length(path) BETWEEN 1 AND 300),
  -- The field that had the focus, by its label; empty for none.
  field    TEXT NOT NULL CHECK (length(field) <= 300),
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
