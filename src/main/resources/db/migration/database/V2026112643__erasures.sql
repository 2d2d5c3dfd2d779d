-- People who were erased. Ids and keyed hashes only: the key lies outside the database, so that nobody can try
-- addresses against a stolen table. They stop a file from bringing somebody back, and name what a restored
-- backup has to lose again.
CREATE TABLE erasure (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL, -- what the person's record had
    member_id    uuid NOT NULL,
    at           timestamptz NOT NULL,
    compacted_at timestamptz,   -- when the space that their rows took was given back
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('erasure');

CREATE TABLE tombstone (
    workspace_id uuid NOT NULL REFERENCES workspace,
    digest       bytea NOT NULL,
    erasure_id   uuid NOT NULL,
    PRIMARY KEY (workspace_id, digest),
    FOREIGN KEY (workspace_id, erasure_id) REFERENCES erasure
);
CALL guard_workspace('tombstone');
