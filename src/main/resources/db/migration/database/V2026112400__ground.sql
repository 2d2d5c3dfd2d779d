-- The ground of all rooms: extensions, and the two ways in which a table is opened to the app's role.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS citext;

-- A table of workspaces: the app's role sees only rows of the workspace that its transaction is in.
-- The setting is '' rather than null once a transaction has used it.
CREATE PROCEDURE guard_workspace(tbl regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tbl);
    EXECUTE format('CREATE POLICY workspace ON %s'
        ' USING (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)'
        ' WITH CHECK (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', tbl);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO rapport_app', tbl);
END $$;

-- A table outside workspaces; the short list in docs/architecture.md says why each is safe.
CREATE PROCEDURE open_table(tbl regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO rapport_app', tbl);
END $$;
