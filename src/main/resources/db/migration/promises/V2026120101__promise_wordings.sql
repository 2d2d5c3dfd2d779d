-- What a promise or task said before somebody worded it otherwise.

CREATE TABLE promise_wording (
    workspace_id uuid NOT NULL REFERENCES workspace,
    promise_id   uuid NOT NULL,
    id           uuid NOT NULL,          -- in the order of time
    said         text NOT NULL,
    at           timestamptz NOT NULL,   -- when it was worded otherwise
    member_id    uuid NOT NULL,
    PRIMARY KEY (workspace_id, promise_id, id),
    FOREIGN KEY (workspace_id, promise_id) REFERENCES promise ON DELETE CASCADE
);
CALL guard_workspace('promise_wording');
