-- What a user has typed and not yet signed: encrypted with the rest, kept through lock and crash.
CREATE TABLE drafts (
  user_id   TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  -- What is being written: a screen and the thing it is about.
  place     TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 100),
  content   TEXT NOT NULL CHECK (json_valid(content)),
  saved_at  TEXT NOT NULL,
  PRIMARY KEY (user_id, client_id, place)
) STRICT, WITHOUT ROWID;
