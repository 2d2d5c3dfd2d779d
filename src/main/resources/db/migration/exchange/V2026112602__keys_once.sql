-- As in the tables of touches: what points at an import points at its workspace.
ALTER TABLE import_file DROP CONSTRAINT import_file_workspace_id_fkey;
ALTER TABLE import_item DROP CONSTRAINT import_item_workspace_id_fkey;
ALTER TABLE import_touch DROP CONSTRAINT import_touch_workspace_id_fkey;
ALTER TABLE kept_record DROP CONSTRAINT kept_record_workspace_id_fkey;
