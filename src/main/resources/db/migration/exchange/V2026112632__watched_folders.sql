-- Folders that a command watches, and how far each file in them is read: a restart reads on from there.
CREATE TABLE watched_folder (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    path         text NOT NULL,
    import_id    uuid NOT NULL, -- under which what comes from it is recorded
    PRIMARY KEY (workspace_id, member_id, path),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member,
    FOREIGN KEY (workspace_id, import_id) REFERENCES import
);
CALL guard_workspace('watched_folder');

CREATE TABLE watched_file (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    path         text NOT NULL,
    name         text NOT NULL,   -- within the folder; of a maildir's message without its flags, which change
    read_to      bigint NOT NULL, -- bytes that were read
    last_from    bigint NOT NULL, -- where the last message begins that was read
    PRIMARY KEY (workspace_id, member_id, path, name),
    FOREIGN KEY (workspace_id, member_id, path) REFERENCES watched_folder ON DELETE CASCADE
);
CALL guard_workspace('watched_file');
