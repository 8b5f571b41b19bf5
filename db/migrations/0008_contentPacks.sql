-- Manuals that an organisation has put in place of ours. Every pack is kept: sessions and answers remember which they were held by.
CREATE TABLE content_packs (
  id          TEXT    NOT NULL,
  version     TEXT    NOT NULL,
  imported_on TEXT    NOT NULL CHECK (imported_on GLOB '????-??-??'),
  -- At most one pack is in use; none means our own manual.
  in_use      INTEGER NOT NULL CHECK (in_use IN (0, 1)),
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX one_content_pack_in_use ON content_packs (in_use) WHERE in_use = 1;

CREATE TABLE content_pack_files (
  id      TEXT NOT NULL,
  version TEXT NOT NULL,
  path    TEXT NOT NULL,
  text    TEXT NOT NULL,
  PRIMARY KEY (id, version, path),
  FOREIGN KEY (id, version) REFERENCES content_packs (id, version) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
