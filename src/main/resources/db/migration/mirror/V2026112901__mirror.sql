-- What members say of themselves; how customers met them is concluded from the facts. Each answer and walk stays, the
-- newest stands.

CREATE TABLE mirror_answer (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL, -- in the order of time
    member_id    uuid NOT NULL,
    question     text NOT NULL,
    answer       text NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('mirror_answer');
CREATE INDEX mirror_answer_member ON mirror_answer (workspace_id, member_id, question, id DESC);

-- Steps of the walk through our own first contact.
CREATE TABLE mirror_walk (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    member_id    uuid NOT NULL,
    step         text NOT NULL,
    fine         boolean NOT NULL,
    words        text NOT NULL DEFAULT '',
    at           timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('mirror_walk');
CREATE INDEX mirror_walk_member ON mirror_walk (workspace_id, member_id, step, id DESC);

-- Who lets their colleagues see theirs.
CREATE TABLE mirror_share (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, member_id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('mirror_share');
