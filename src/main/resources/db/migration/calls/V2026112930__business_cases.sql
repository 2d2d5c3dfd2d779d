-- What buying costs a customer and what it brings them. The case itself is its newest version; versions are whole and are never changed.

CREATE TABLE business_case (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    id             uuid NOT NULL,
    account_id     uuid,                 -- of a company, or
    account_origin uuid,                 -- which company it meant at first, once two records became one
    deal_id        uuid,                 -- of a deal
    revision       int NOT NULL,
    created_at     timestamptz NOT NULL,
    created_by     uuid NOT NULL,
    changed_at     timestamptz NOT NULL,
    deleted_at     timestamptz,
    deleted_by     uuid,
    PRIMARY KEY (workspace_id, id),
    CHECK ((account_id IS NULL) <> (deal_id IS NULL)),
    FOREIGN KEY (workspace_id, account_id) REFERENCES account ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, deal_id) REFERENCES deal ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, created_by) REFERENCES member,
    FOREIGN KEY (workspace_id, deleted_by) REFERENCES member
);
CALL guard_workspace('business_case');
CREATE INDEX business_case_account ON business_case (workspace_id, account_id, id DESC) WHERE account_id IS NOT NULL;
CREATE INDEX business_case_deal ON business_case (workspace_id, deal_id, id DESC) WHERE deal_id IS NOT NULL;
CREATE INDEX business_case_deleted ON business_case (workspace_id, deleted_at DESC) WHERE deleted_at IS NOT NULL;

-- Who sees the company or the deal sees its cases.
CREATE POLICY whose ON business_case AS RESTRICTIVE FOR ALL
    USING ((account_id IS NULL OR EXISTS (SELECT FROM account a WHERE a.workspace_id = business_case.workspace_id AND a.id = account_id))
       AND (deal_id IS NULL OR EXISTS (SELECT FROM deal d WHERE d.workspace_id = business_case.workspace_id AND d.id = deal_id)))
    WITH CHECK (true);

CREATE TABLE business_case_version (
    workspace_id uuid NOT NULL REFERENCES workspace,
    case_id      uuid NOT NULL,
    revision     int NOT NULL,
    at           timestamptz NOT NULL,
    member_id    uuid NOT NULL,
    content      jsonb NOT NULL,
    PRIMARY KEY (workspace_id, case_id, revision),
    FOREIGN KEY (workspace_id, case_id) REFERENCES business_case ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('business_case_version');
CREATE POLICY whose ON business_case_version AS RESTRICTIVE FOR ALL
    USING (EXISTS (SELECT FROM business_case c WHERE c.workspace_id = business_case_version.workspace_id AND c.id = case_id)) WITH CHECK (true);

-- Addresses that open one version to whoever has them; only the SHA-256 of the secret is kept, and nothing of who opened it.
CREATE TABLE business_case_link (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    case_id      uuid NOT NULL,
    secret_hash  bytea NOT NULL,
    revision     int NOT NULL,
    label        text NOT NULL,          -- for whom it is
    created_at   timestamptz NOT NULL,
    created_by   uuid NOT NULL,
    ends_on      date NOT NULL,          -- the last day on which it opens
    ends_at      timestamptz NOT NULL,   -- the end of that day where the link was made
    revoked_at   timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, case_id) REFERENCES business_case ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, created_by) REFERENCES member
);
CALL guard_workspace('business_case_link');
CREATE UNIQUE INDEX business_case_link_secret ON business_case_link (secret_hash);
CREATE INDEX business_case_link_case ON business_case_link (workspace_id, case_id, id DESC);
CREATE POLICY whose ON business_case_link AS RESTRICTIVE FOR ALL
    USING (EXISTS (SELECT FROM business_case c WHERE c.workspace_id = business_case_link.workspace_id AND c.id = case_id)) WITH CHECK (true);

-- Asked before a workspace is known.
CREATE FUNCTION business_case_link_of(secret bytea)
RETURNS TABLE (workspace_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT l.workspace_id, l.id FROM business_case_link l WHERE l.secret_hash = secret
$$;
REVOKE ALL ON FUNCTION business_case_link_of(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION business_case_link_of(bytea) TO rapport_app;
