-- Answers to POSTs that came with an Idempotency-Key: who sends the same again gets the same, and nothing is done twice.
CREATE TABLE idempotent_answer (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    key          text NOT NULL,
    request      bytea NOT NULL, -- SHA-256 of method, path and body
    status       int,            -- null while it is being done
    content_type text NOT NULL DEFAULT '',
    etag         text NOT NULL DEFAULT '',
    body         bytea NOT NULL DEFAULT '',
    at           timestamptz NOT NULL, -- kept for a day
    PRIMARY KEY (workspace_id, member_id, key),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('idempotent_answer');
CREATE INDEX ON idempotent_answer (workspace_id, at);
