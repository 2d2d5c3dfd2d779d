-- What somebody is to a company or to another person, besides working there: who decides, who uses, who opens doors.
CREATE TABLE tie (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    contact_id   uuid NOT NULL,
    account_id   uuid,          -- either a company …
    other_id     uuid,          -- … or another person
    role         text NOT NULL CHECK (role IN ('economic', 'user', 'technical', 'influencer', 'coach', 'gatekeeper', 'introducer')),
    note         text NOT NULL DEFAULT '',
    member_id    uuid,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, contact_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, account_id) REFERENCES account ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, other_id) REFERENCES contact ON DELETE CASCADE,
    CHECK (num_nonnulls(account_id, other_id) = 1),
    CHECK (contact_id <> other_id),
    UNIQUE NULLS NOT DISTINCT (workspace_id, contact_id, account_id, other_id, role)
);
CALL guard_workspace('tie');
CREATE INDEX ON tie (workspace_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX ON tie (workspace_id, other_id) WHERE other_id IS NOT NULL;

-- The list of companies by name, deleted ones left out.
CREATE INDEX account_by_name ON account (workspace_id, name_key, id) WHERE deleted_at IS NULL;
DROP INDEX account_name;
