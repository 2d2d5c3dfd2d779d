-- Links by which a forgotten password is replaced; each works once, within an hour.
CREATE TABLE password_reset (
    token_hash bytea PRIMARY KEY,
    login_id   uuid NOT NULL REFERENCES login ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CALL open_table('password_reset');
CREATE INDEX ON password_reset (login_id);

-- Whether the member's Today comes by mail each working morning.
ALTER TABLE member ADD COLUMN today_mail boolean NOT NULL DEFAULT false;

-- Which workspaces have somebody who wants that: ids only, asked by the job that is in none of them.
CREATE FUNCTION workspaces_wanting_today()
RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT workspace_id FROM member WHERE today_mail AND left_at IS NULL
$$;
REVOKE ALL ON FUNCTION workspaces_wanting_today() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION workspaces_wanting_today() TO rapport_app;
