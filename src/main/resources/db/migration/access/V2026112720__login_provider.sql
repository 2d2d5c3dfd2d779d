-- A firm's own way to log in (OpenID Connect): one provider a workspace.
CREATE TABLE login_provider (
    workspace_id  uuid PRIMARY KEY REFERENCES workspace,
    issuer        text NOT NULL,
    client_id     text NOT NULL,
    client_secret bytea NOT NULL, -- sealed by the vault
    only_way      boolean NOT NULL,
    saved_by      uuid NOT NULL, -- who is no owner opens no door to owners
    saved_at      timestamptz NOT NULL,
    FOREIGN KEY (workspace_id, saved_by) REFERENCES member
);
CALL guard_workspace('login_provider');

-- By which name of its own the provider knows a member; kept from their first login that way, gone with the provider.
CREATE TABLE login_link (
    workspace_id uuid NOT NULL REFERENCES login_provider ON DELETE CASCADE,
    member_id    uuid NOT NULL,
    subject      text NOT NULL,
    linked_at    timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, member_id),
    UNIQUE (workspace_id, subject),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('login_link');

-- A provider vouches for the workspace that chose it, and a login may work in several: such a session stays where it began.
ALTER TABLE session ADD COLUMN by_provider boolean NOT NULL DEFAULT false;
ALTER TABLE session ALTER COLUMN by_provider DROP DEFAULT;

-- Where the password of a login lets in: everywhere but where the provider is the only way, and there owners.
CREATE FUNCTION entered_by_password(login uuid) RETURNS TABLE (workspace_id uuid, member_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.workspace_id, m.id FROM member m
    WHERE m.login_id = login AND m.left_at IS NULL
      AND (m.role = 'owner' OR NOT EXISTS (
          SELECT FROM login_provider p WHERE p.workspace_id = m.workspace_id AND p.only_way))
    ORDER BY m.workspace_id
$$;
REVOKE ALL ON FUNCTION entered_by_password(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entered_by_password(uuid) TO rapport_app;

-- Which workspaces have a provider, for the login page: by the domain of an address, null = all. Tells ids and names only.
CREATE FUNCTION workspaces_with_provider(wanted text) RETURNS TABLE (workspace_id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT w.id, w.name FROM login_provider p
    JOIN workspace w ON w.id = p.workspace_id
    WHERE wanted IS NULL OR EXISTS (
        SELECT FROM workspace_domain d WHERE d.workspace_id = p.workspace_id AND d.domain = wanted)
    ORDER BY lower(w.name), w.id
    LIMIT 10
$$;
REVOKE ALL ON FUNCTION workspaces_with_provider(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION workspaces_with_provider(text) TO rapport_app;

-- As before, and: who came by the provider owes no second factor of ours, and where the provider is the only way, a session
-- by password is none unless it is an owner's. Asked for each request, so the rule holds from the moment it is switched on.
CREATE OR REPLACE FUNCTION member_by_session(secret_hash bytea, moment timestamptz)
RETURNS TABLE (workspace_id uuid, member_id uuid, name text, time_zone text, theme text, locale text, single_keys boolean, role text,
               email text, workspace_name text, owes_factor boolean, csrf_token text, noted_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
        SELECT m.workspace_id, m.id, m.name, m.time_zone, m.theme, m.locale, m.single_keys, m.role, l.email, w.name,
               w.second_factor_required AND NOT s.by_provider AND NOT EXISTS (
                   SELECT FROM second_factor f WHERE f.login_id = l.id AND f.confirmed_at IS NOT NULL),
               s.csrf_token, s.last_seen_at
        FROM session s
        JOIN member m ON m.workspace_id = s.workspace_id AND m.id = s.member_id AND m.left_at IS NULL
        JOIN login l ON l.id = m.login_id
        JOIN workspace w ON w.id = m.workspace_id
        WHERE s.token_hash = secret_hash AND s.expires_at > moment
          AND (s.by_provider OR m.role = 'owner' OR NOT EXISTS (
              SELECT FROM login_provider p WHERE p.workspace_id = s.workspace_id AND p.only_way));
END $$;
