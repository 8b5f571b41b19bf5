-- What a unit was called before, and the units that were merged into it: found by those names, and by the ids that stand in
-- sealed files. Kept for good.
CREATE TABLE earlier_units (
  sequence  INTEGER NOT NULL PRIMARY KEY,
  -- The unit as it is now.
  unit_id   TEXT    NOT NULL REFERENCES units (id),
  name      TEXT    NOT NULL,
  -- The id of the unit that was merged into it; null where it only changed its name.
  merged_id TEXT    UNIQUE,
  author_id TEXT    NOT NULL,
  author    TEXT    NOT NULL,
  at        TEXT    NOT NULL
) STRICT;

CREATE TRIGGER an_earlier_unit_is_kept BEFORE DELETE ON earlier_units
BEGIN SELECT RAISE(ABORT, 'what a unit was called is kept'); END;
CREATE TRIGGER an_earlier_unit_stands BEFORE UPDATE OF sequence, name, merged_id, author_id, author, at ON earlier_units
BEGIN SELECT RAISE(ABORT, 'what a unit was called stands'); END;
