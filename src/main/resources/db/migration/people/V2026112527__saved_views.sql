-- Lists of people that somebody wants to see again.
CREATE TABLE saved_view (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    member_id    uuid NOT NULL, -- whose it is; only they change it
    name         text NOT NULL CHECK (name <> ''),
    query        text NOT NULL, -- filters, order and columns, as they stand in the page's address
    shared       boolean NOT NULL DEFAULT false,
    created_at   timestamptz NOT NULL,
    deleted_at   timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('saved_view');
CREATE UNIQUE INDEX saved_view_name ON saved_view (workspace_id, member_id, lower(name)) WHERE deleted_at IS NULL;
CREATE INDEX saved_view_shared ON saved_view (workspace_id) WHERE shared AND deleted_at IS NULL;

-- The columns that a member last chose for the list of people.
CREATE TABLE chosen_columns (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    columns      text[] NOT NULL,
    PRIMARY KEY (workspace_id, member_id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('chosen_columns');
