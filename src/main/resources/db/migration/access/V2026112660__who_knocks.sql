-- Who stands behind a token or a session: asked for each request, so in one round trip. The workspace is known
-- only once the row is found, so row-level security cannot help here; instead the functions answer for nothing
-- but the SHA-256 of a secret of 256 bits, and look no further than that one member. plpgsql, because it keeps
-- its plans from one call to the next.

CREATE FUNCTION member_by_token(secret_hash bytea)
RETURNS TABLE (workspace_id uuid, member_id uuid, name text, time_zone text, theme text, locale text, single_keys boolean, role text,
               email text, workspace_name text, owes_factor boolean, scope text, noted_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
        SELECT m.workspace_id, m.id, m.name, m.time_zone, m.theme, m.locale, m.single_keys, m.role, l.email, w.name,
               w.second_factor_required AND NOT EXISTS (
                   SELECT FROM second_factor f WHERE f.login_id = l.id AND f.confirmed_at IS NOT NULL),
               t.scope, t.last_used_at
        FROM api_token t
        JOIN member m ON m.workspace_id = t.workspace_id AND m.id = t.member_id AND m.left_at IS NULL
        JOIN login l ON l.id = m.login_id
        JOIN workspace w ON w.id = m.workspace_id
        WHERE t.token_hash = secret_hash AND t.revoked_at IS NULL;
END $$;
REVOKE ALL ON FUNCTION member_by_token(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION member_by_token(bytea) TO rapport_app;

CREATE FUNCTION member_by_session(secret_hash bytea, moment timestamptz)
RETURNS TABLE (workspace_id uuid, member_id uuid, name text, time_zone text, theme text, locale text, single_keys boolean, role text,
               email text, workspace_name text, owes_factor boolean, csrf_token text, noted_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
        SELECT m.workspace_id, m.id, m.name, m.time_zone, m.theme, m.locale, m.single_keys, m.role, l.email, w.name,
               w.second_factor_required AND NOT EXISTS (
                   SELECT FROM second_factor f WHERE f.login_id = l.id AND f.confirmed_at IS NOT NULL),
               s.csrf_token, s.last_seen_at
        FROM session s
        JOIN member m ON m.workspace_id = s.workspace_id AND m.id = s.member_id AND m.left_at IS NULL
        JOIN login l ON l.id = m.login_id
        JOIN workspace w ON w.id = m.workspace_id
        WHERE s.token_hash = secret_hash AND s.expires_at > moment;
END $$;
REVOKE ALL ON FUNCTION member_by_session(bytea, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION member_by_session(bytea, timestamptz) TO rapport_app;
