-- How many rows of a kind wait for a room is asked on its pages.
CREATE INDEX kept_record_kind ON kept_record (workspace_id, kind);
