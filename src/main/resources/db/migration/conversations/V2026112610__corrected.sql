-- Whether an entry was corrected is asked for each touch of a list; few are, so a few pages answer it.
CREATE INDEX touch_corrects ON touch (workspace_id, corrects) WHERE corrects IS NOT NULL;
