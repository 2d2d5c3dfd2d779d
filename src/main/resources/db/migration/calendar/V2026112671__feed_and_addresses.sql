-- Our own feed to subscribe to, and calendars that are read at an address.

CREATE TABLE calendar_feed (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    secret_hash  bytea NOT NULL,             -- SHA-256 of the 256 bits in its address
    made_at      timestamptz NOT NULL,
    hour         timestamptz NOT NULL,       -- in which it was last asked for,
    asked        int NOT NULL DEFAULT 0,     -- and how often
    PRIMARY KEY (workspace_id, member_id),
    UNIQUE (secret_hash),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('calendar_feed');

-- Whose feed a secret opens: asked before a workspace is known.
CREATE FUNCTION calendar_feed_of(secret bytea)
RETURNS TABLE (workspace_id uuid, member_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT f.workspace_id, f.member_id FROM calendar_feed f
    JOIN member m ON m.workspace_id = f.workspace_id AND m.id = f.member_id
    WHERE f.secret_hash = secret AND m.left_at IS NULL
$$;
REVOKE ALL ON FUNCTION calendar_feed_of(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION calendar_feed_of(bytea) TO rapport_app;

CREATE TABLE calendar_address (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    member_id    uuid NOT NULL,
    import_id    uuid NOT NULL,              -- under which what it brings is recorded
    host         text NOT NULL,              -- the part of the address that is no secret
    sealed       bytea NOT NULL,             -- the address, by a key that is not in the database
    etag         text NOT NULL DEFAULT '',   -- both as the server said them last
    modified     text NOT NULL DEFAULT '',
    trouble      text,                       -- one sentence, while it cannot be read
    read_at      timestamptz,                -- when it was last read, or was the same as before
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member,
    FOREIGN KEY (workspace_id, import_id) REFERENCES import
);
CALL guard_workspace('calendar_address');
CREATE INDEX calendar_address_member ON calendar_address (workspace_id, member_id);

CREATE FUNCTION calendar_addresses()
RETURNS TABLE (workspace_id uuid, member_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT a.workspace_id, a.member_id, a.id FROM calendar_address a
    JOIN member m ON m.workspace_id = a.workspace_id AND m.id = a.member_id
    WHERE m.left_at IS NULL
$$;
REVOKE ALL ON FUNCTION calendar_addresses() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION calendar_addresses() TO rapport_app;
