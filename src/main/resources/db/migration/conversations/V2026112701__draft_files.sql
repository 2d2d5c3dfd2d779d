-- Files that go with a mail, from when they are chosen until it left: then they are attachments of the touch.
CREATE TABLE draft_file (
    workspace_id uuid NOT NULL REFERENCES workspace,
    draft_id     uuid NOT NULL,
    position     int NOT NULL,
    name         text NOT NULL,
    media_type   text NOT NULL,
    bytes        bytea NOT NULL,
    PRIMARY KEY (workspace_id, draft_id, position),
    FOREIGN KEY (workspace_id, draft_id) REFERENCES mail_draft ON DELETE CASCADE
);
ALTER TABLE draft_file ALTER COLUMN bytes SET STORAGE EXTERNAL; -- most are compressed already
CALL guard_workspace('draft_file');
