-- No revision of a draft is ever used twice, also when the draft was let go between: a window that still shows the old text
-- would take the new one for its own. So each user's revisions are counted here, and not in the draft.
CREATE TABLE draft_revisions (
  user_id TEXT    NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  latest  INTEGER NOT NULL CHECK (latest >= 1)
) STRICT, WITHOUT ROWID;

INSERT INTO draft_revisions (user_id, latest) SELECT user_id, max(revision) FROM drafts GROUP BY user_id;

-- The window's own count of its tries: what it sent earlier and arrives late never lies above what it sent after.
ALTER TABLE drafts ADD COLUMN attempt INTEGER NOT NULL DEFAULT 0 CHECK (attempt >= 0);
UPDATE drafts SET attempt = revision;
