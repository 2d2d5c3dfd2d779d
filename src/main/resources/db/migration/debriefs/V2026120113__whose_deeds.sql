-- Who looked back at a table is a member who was or is there.
ALTER TABLE debrief ADD FOREIGN KEY (workspace_id, held_by) REFERENCES member;
ALTER TABLE debrief_mark ADD FOREIGN KEY (workspace_id, member_id) REFERENCES member;
ALTER TABLE debrief_lesson ADD FOREIGN KEY (workspace_id, member_id) REFERENCES member;
