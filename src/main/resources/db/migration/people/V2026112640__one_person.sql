-- Two records that are one person (or one company), and two again when somebody finds that they are not.
-- The record that was joined to another stays, hidden: what points at it can still be led to the other, and
-- parting them needs no guess. What pointed at it points at the other now, and says beside it whom it meant
-- at first (…_origin, met_as); so merges can be undone in any order.

CREATE TABLE merge (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    id            uuid NOT NULL, -- UUIDv7: the order of merges
    kind          text NOT NULL CHECK (kind IN ('contact', 'account')),
    winner_id     uuid NOT NULL,
    loser_id      uuid NOT NULL,
    choices       jsonb NOT NULL, -- field: 'this' or 'other', where somebody chose
    -- each field in its text form; a merge that is undone gives later ones another past
    winner_before jsonb NOT NULL,
    winner_after  jsonb NOT NULL,
    loser_before  jsonb NOT NULL,
    member_id     uuid NOT NULL,
    at            timestamptz NOT NULL,
    undone_at     timestamptz,
    undone_by     uuid,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member,
    FOREIGN KEY (workspace_id, undone_by) REFERENCES member,
    CHECK (winner_id <> loser_id)
);
CALL guard_workspace('merge');
CREATE INDEX ON merge (workspace_id, winner_id) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX ON merge (workspace_id, loser_id) WHERE undone_at IS NULL;

ALTER TABLE contact ADD COLUMN merged_into uuid, ADD COLUMN account_origin uuid,
    ADD FOREIGN KEY (workspace_id, merged_into) REFERENCES contact;
ALTER TABLE account ADD COLUMN merged_into uuid, ADD COLUMN parent_origin uuid,
    ADD FOREIGN KEY (workspace_id, merged_into) REFERENCES account;
CREATE INDEX ON contact (workspace_id, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX ON account (workspace_id, merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE tie ADD COLUMN contact_origin uuid, ADD COLUMN account_origin uuid, ADD COLUMN other_origin uuid;
ALTER TABLE external_id ADD COLUMN contact_origin uuid, ADD COLUMN account_origin uuid;

ALTER TABLE field_change ADD COLUMN merge_id uuid;
CREATE INDEX field_change_merge ON field_change (workspace_id, merge_id) WHERE merge_id IS NOT NULL;
