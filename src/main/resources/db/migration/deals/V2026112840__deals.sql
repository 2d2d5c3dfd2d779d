-- Opportunities: what may be sold to whom, how far it is, and what became of each of its fields.

-- A workspace that has none of its own goes by the program's; its first deal or its first change writes them down.
CREATE TABLE deal_stage (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    name         text NOT NULL CHECK (name <> ''),
    kind         text NOT NULL CHECK (kind IN ('open', 'won', 'lost')),
    position     int NOT NULL,
    import_id    uuid,                      -- the import that needed it
    PRIMARY KEY (workspace_id, id)
);
CALL guard_workspace('deal_stage');

CREATE TABLE deal (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    id             uuid NOT NULL,
    name           text NOT NULL CHECK (name <> ''),
    name_key       text NOT NULL,           -- folded: lower case, no accents
    account_id     uuid,
    account_origin uuid,                    -- which company it meant at first, once two records became one
    account_ref    text NOT NULL DEFAULT '', -- the company's id in the program that wrote it, until that company comes
    amount         numeric(15, 2),
    currency       text NOT NULL DEFAULT '' CHECK (currency ~ '^([A-Z]{3})?$'), -- ISO 4217; empty where nobody said
    stage_id       uuid NOT NULL,
    stage_since    timestamptz NOT NULL,
    closes_on      date,                    -- expected
    closed_on      date,                    -- won or lost
    owner_id       uuid,
    competitors    text NOT NULL DEFAULT '', -- with commas between
    next_step      text NOT NULL DEFAULT '',
    next_on        date,
    reason         text NOT NULL DEFAULT '', -- why it was won or lost
    notes          text NOT NULL DEFAULT '',
    extra          jsonb NOT NULL DEFAULT '{}', -- cells of an export that fit nowhere
    source_key     text NOT NULL DEFAULT '', -- which row of which program it is
    said           jsonb NOT NULL DEFAULT '{}', -- what imports said last of each field
    import_id      uuid,                    -- the import that made it
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    deleted_at     timestamptz,
    deleted_by     uuid,
    -- what lists are sorted by: whole numbers and days, for which an index serves under row-level security
    closes_key     date NOT NULL GENERATED ALWAYS AS (coalesce(closes_on, DATE '9999-12-31')) STORED,
    worth_key      bigint NOT NULL GENERATED ALWAYS AS ((coalesce(amount, 0) * 100)::bigint) STORED,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, account_id) REFERENCES account ON DELETE SET NULL (account_id),
    FOREIGN KEY (workspace_id, stage_id) REFERENCES deal_stage,
    FOREIGN KEY (workspace_id, owner_id) REFERENCES member,
    FOREIGN KEY (workspace_id, deleted_by) REFERENCES member
);
CALL guard_workspace('deal');
CREATE INDEX deal_name ON deal (workspace_id, name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX deal_closes ON deal (workspace_id, closes_key, id) WHERE deleted_at IS NULL;
CREATE INDEX deal_worth ON deal (workspace_id, worth_key, id) WHERE deleted_at IS NULL;
CREATE INDEX deal_changed ON deal (workspace_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX deal_stage_closes ON deal (workspace_id, stage_id, closes_key, id) WHERE deleted_at IS NULL;
CREATE INDEX deal_owner ON deal (workspace_id, owner_id, closes_key, id) WHERE deleted_at IS NULL;
CREATE INDEX deal_account ON deal (workspace_id, account_id, closes_key, id) WHERE deleted_at IS NULL;
CREATE INDEX deal_awaits ON deal (workspace_id, account_ref) WHERE account_id IS NULL AND account_ref <> '';
CREATE INDEX deal_import ON deal (workspace_id, import_id) WHERE import_id IS NOT NULL;
CREATE INDEX deal_bin ON deal (workspace_id, deleted_at DESC, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX deal_words ON deal USING gin (name_key gin_trgm_ops);
CREATE UNIQUE INDEX deal_source ON deal (workspace_id, source_key) WHERE source_key <> '';

-- Own, team or all, as for people and companies.
CREATE POLICY whose ON deal AS RESTRICTIVE FOR ALL USING (record_seen(owner_id)) WITH CHECK (true);

CREATE TABLE deal_person (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    deal_id       uuid NOT NULL,
    id            uuid NOT NULL,
    person_id     uuid NOT NULL,
    person_origin uuid,
    role          text NOT NULL,
    PRIMARY KEY (workspace_id, deal_id, id),
    FOREIGN KEY (workspace_id, deal_id) REFERENCES deal ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE
);
CALL guard_workspace('deal_person');
CREATE INDEX deal_person_person ON deal_person (workspace_id, person_id);
CREATE POLICY whose ON deal_person AS RESTRICTIVE FOR ALL
    USING (EXISTS (SELECT FROM deal d WHERE d.workspace_id = deal_person.workspace_id AND d.id = deal_id)) WITH CHECK (true);

-- Each field's history: by whom, or from which import.
CREATE TABLE deal_change (
    workspace_id uuid NOT NULL REFERENCES workspace,
    deal_id      uuid NOT NULL,
    id           uuid NOT NULL,
    field        text NOT NULL,
    old_value    text NOT NULL,
    new_value    text NOT NULL,
    at           timestamptz NOT NULL,
    member_id    uuid,
    import_id    uuid,
    PRIMARY KEY (workspace_id, deal_id, id),
    FOREIGN KEY (workspace_id, deal_id) REFERENCES deal ON DELETE CASCADE
);
CALL guard_workspace('deal_change');
CREATE INDEX deal_change_at ON deal_change (workspace_id, deal_id, at);
CREATE INDEX deal_change_import ON deal_change (workspace_id, import_id) WHERE import_id IS NOT NULL;
CREATE POLICY whose ON deal_change AS RESTRICTIVE FOR ALL
    USING (EXISTS (SELECT FROM deal d WHERE d.workspace_id = deal_change.workspace_id AND d.id = deal_id)) WITH CHECK (true);

-- Search looks past row-level security, so it asks for itself.
CREATE FUNCTION find_deals(typed text[], most int) RETURNS TABLE (deal_id uuid, name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    here uuid := nullif(current_setting('app.workspace', true), '')::uuid;
    fit  text := (SELECT string_agg(format('d.name_key LIKE %L', typed_like(w)), ' AND ') FROM unnest(typed[1:5]) w);
BEGIN
    IF fit IS NULL OR here IS NULL THEN RETURN; END IF;
    RETURN QUERY EXECUTE format(
        'SELECT d.id, d.name FROM deal d WHERE d.workspace_id = $1 AND d.deleted_at IS NULL AND %s AND record_seen(d.owner_id)'
        ' ORDER BY NOT starts_with(d.name_key, $3), length(d.name_key), d.id LIMIT $2', fit)
        USING here, most, typed[1];
END $$;
REVOKE ALL ON FUNCTION find_deals(text[], int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_deals(text[], int) TO rapport_app;
