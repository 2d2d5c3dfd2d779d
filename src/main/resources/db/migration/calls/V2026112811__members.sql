-- Who deleted a plan or changed a template is a member.
ALTER TABLE talk_plan ADD FOREIGN KEY (workspace_id, deleted_by) REFERENCES member;
ALTER TABLE talk_template ADD FOREIGN KEY (workspace_id, changed_by) REFERENCES member;
