-- The unit's own emergency numbers, beside the national ones that come with Arton. One that no longer holds is kept, and shown to nobody.
CREATE TABLE emergency_numbers (
  id       TEXT    NOT NULL PRIMARY KEY,
  words    TEXT    NOT NULL CHECK (length(words) BETWEEN 1 AND 200),
  -- Digits only.
  number   TEXT    NOT NULL CHECK (length(number) BETWEEN 3 AND 11 AND number NOT GLOB '*[^0-9]*'),
  -- When someone answers; may be empty.
  hours    TEXT    NOT NULL CHECK (length(hours) <= 100),
  position INTEGER NOT NULL,
  valid    INTEGER NOT NULL CHECK (valid IN (0, 1))
) STRICT, WITHOUT ROWID;
