-- Invitations are looked up by the SHA-256 of their link before a workspace is known.
CREATE TABLE invitation (
    id           uuid NOT NULL UNIQUE,
    token_hash   bytea PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    invited_by   uuid NOT NULL,
    email        text NOT NULL,
    role         text NOT NULL CHECK (role IN ('owner', 'admin', 'seller', 'service', 'leader', 'read-only')),
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz, -- used or withdrawn
    FOREIGN KEY (workspace_id, invited_by) REFERENCES member
);
CALL open_table('invitation');
CREATE INDEX ON invitation (workspace_id, id);

-- What a member who left gave to whom, so that it can be given back.
CREATE TABLE handover (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    from_id      uuid NOT NULL,
    to_id        uuid NOT NULL,
    by_id        uuid NOT NULL,
    at           timestamptz NOT NULL,
    undone_at    timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, from_id) REFERENCES member,
    FOREIGN KEY (workspace_id, to_id) REFERENCES member,
    FOREIGN KEY (workspace_id, by_id) REFERENCES member
);
CALL guard_workspace('handover');

CREATE TABLE handover_row (
    workspace_id uuid NOT NULL REFERENCES workspace,
    handover_id  uuid NOT NULL,
    kind         text NOT NULL, -- table.column
    row_id       uuid NOT NULL,
    PRIMARY KEY (workspace_id, handover_id, kind, row_id),
    FOREIGN KEY (workspace_id, handover_id) REFERENCES handover
);
CALL guard_workspace('handover_row');

-- Who did what, and when. Ids and names of fields only: erasing a person leaves nothing of them here.
CREATE TABLE audit_entry (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL, -- UUIDv7: the order of the list
    at           timestamptz NOT NULL,
    member_id    uuid NOT NULL,
    what         text NOT NULL CHECK (what ~ '^[a-z-]+[.][a-z-]+$'), -- 'member.role'
    subject_id   uuid,
    fields       text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('audit_entry');
CREATE INDEX ON audit_entry (workspace_id, member_id, id DESC);
CREATE INDEX ON audit_entry (workspace_id, what text_pattern_ops, id DESC);

-- Append-only: the app's role may not change or delete, and the trigger also stops a slip of the owner's.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM rapport_app;
CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only';
END $$;
CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_stays();
