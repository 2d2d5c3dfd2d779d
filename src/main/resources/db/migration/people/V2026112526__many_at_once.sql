-- A change of many people at once, so that it can be taken back as one. What became of each person stands in
-- their own history, which names the change; so nothing is stored twice.
CREATE TABLE bulk_change (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    member_id    uuid NOT NULL,
    deed         text NOT NULL CHECK (deed IN ('tag', 'untag', 'owner', 'delete')),
    value        text NOT NULL DEFAULT '', -- the tag, or the member's id
    people       int NOT NULL,
    at           timestamptz NOT NULL,
    undone_at    timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('bulk_change');

ALTER TABLE field_change ADD COLUMN bulk_id uuid;
CREATE INDEX field_change_bulk ON field_change (workspace_id, bulk_id, subject_id) WHERE bulk_id IS NOT NULL;
