-- Outgoing mail: how it leaves the house, and what became of each.

CREATE TABLE smtp_account (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    member_id    uuid,                      -- null: the workspace's own, for whoever has none
    host         text NOT NULL CHECK (host <> ''),
    port         int NOT NULL CHECK (port BETWEEN 1 AND 65535),
    security     text NOT NULL CHECK (security IN ('tls', 'starttls', 'none')),
    login        text NOT NULL DEFAULT '',
    method       text NOT NULL DEFAULT 'password' CHECK (method IN ('password', 'xoauth2')),
    secret       bytea,                     -- sealed by a key that is not in the database; null: no login
    from_address text NOT NULL,
    from_name    text NOT NULL DEFAULT '',
    updated_at   timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE NULLS NOT DISTINCT (workspace_id, member_id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('smtp_account');

CREATE TABLE outgoing_mail (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    id            uuid NOT NULL,
    member_id     uuid NOT NULL,            -- who ordered it
    message_id    text NOT NULL,
    recipients    text[] NOT NULL CHECK (cardinality(recipients) > 0),
    subject       text NOT NULL,
    raw           bytea NOT NULL,
    state         text NOT NULL CHECK (state IN ('waiting', 'connecting', 'handing-over', 'sent', 'failed', 'unclear', 'withdrawn')),
    due_at        timestamptz NOT NULL,
    claimed_until timestamptz,              -- of connecting and handing-over: after that its process is dead
    attempts      int NOT NULL DEFAULT 0,
    failure       text,                     -- one sentence
    created_at    timestamptz NOT NULL,
    sent_at       timestamptz,
    announced_at  timestamptz,              -- when the other rooms had stored it as a touch
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('outgoing_mail');
CREATE INDEX outgoing_open ON outgoing_mail (workspace_id, due_at)
    WHERE state IN ('waiting', 'connecting', 'handing-over') OR state = 'sent' AND announced_at IS NULL;
CREATE INDEX outgoing_of_member ON outgoing_mail (workspace_id, member_id, created_at DESC, id DESC);

-- Which workspaces have something to do: ids only, asked by the job that is in none of them.
CREATE FUNCTION workspaces_with_mail_due(now timestamptz)
RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT workspace_id FROM outgoing_mail
    WHERE state = 'waiting' AND due_at <= now
       OR state IN ('connecting', 'handing-over') AND claimed_until < now
       OR state = 'sent' AND announced_at IS NULL
$$;
REVOKE ALL ON FUNCTION workspaces_with_mail_due(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION workspaces_with_mail_due(timestamptz) TO rapport_app;
