-- Why a package was taken on that was addressed to another unit, or whose consent had expired; empty for every other.
ALTER TABLE handovers ADD COLUMN taken_on_because TEXT NOT NULL DEFAULT '' CHECK (length(taken_on_because) <= 200);
