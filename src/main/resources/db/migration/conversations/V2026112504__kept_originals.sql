-- Originals that no touch holds: what an import set aside, to be mended and put in again.
CREATE TABLE kept_original (
    workspace_id uuid NOT NULL REFERENCES workspace,
    digest       bytea NOT NULL,
    PRIMARY KEY (workspace_id, digest)
);
CALL guard_workspace('kept_original');
