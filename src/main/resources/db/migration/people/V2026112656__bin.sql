-- Who put a record into the bin; what was deleted before is there without a name.
ALTER TABLE contact ADD COLUMN deleted_by uuid, ADD FOREIGN KEY (workspace_id, deleted_by) REFERENCES member;
ALTER TABLE account ADD COLUMN deleted_by uuid, ADD FOREIGN KEY (workspace_id, deleted_by) REFERENCES member;

-- A record that was joined to another is hidden too, but in no bin: parting the two brings it back.
CREATE INDEX contact_bin ON contact (workspace_id, deleted_at DESC, id) WHERE deleted_at IS NOT NULL AND merged_into IS NULL;
CREATE INDEX account_bin ON account (workspace_id, deleted_at DESC, id) WHERE deleted_at IS NOT NULL AND merged_into IS NULL;
