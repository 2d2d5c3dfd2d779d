-- Who may come in. A workspace is one firm's data; a login is one person's way in, by e-mail.
-- Tables outside workspaces (open_table) are looked up before a workspace is known; docs/architecture.md says why each is safe.

CREATE TABLE workspace (
    id           uuid PRIMARY KEY,
    name         text NOT NULL CHECK (name <> ''),
    time_zone    text NOT NULL DEFAULT 'UTC',
    working_days smallint[] NOT NULL DEFAULT '{1,2,3,4,5}', -- ISO days, Monday = 1
    created_at   timestamptz NOT NULL
);
CALL open_table('workspace');

CREATE TABLE login (
    id            uuid PRIMARY KEY,
    email         text NOT NULL,
    email_key     text NOT NULL UNIQUE, -- trimmed, lower case
    password_hash text NOT NULL,
    created_at    timestamptz NOT NULL
);
CALL open_table('login');

CREATE TABLE member (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    login_id     uuid NOT NULL REFERENCES login,
    name         text NOT NULL CHECK (name <> ''),
    role         text NOT NULL DEFAULT 'owner',
    time_zone    text NOT NULL DEFAULT 'UTC',
    locale       text NOT NULL DEFAULT 'en',
    theme        text NOT NULL DEFAULT 'system' CHECK (theme IN ('system', 'light', 'dark')),
    single_keys  boolean NOT NULL DEFAULT true,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CALL guard_workspace('member');

-- Which workspaces a login may enter; asked before one is chosen.
CREATE TABLE membership (
    login_id     uuid NOT NULL REFERENCES login,
    workspace_id uuid NOT NULL,
    member_id    uuid NOT NULL,
    PRIMARY KEY (login_id, workspace_id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL open_table('membership');

-- A member's own addresses, as they stand in mail, valid or not.
CREATE TABLE own_address (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    address_key  text NOT NULL, -- trimmed, lower case
    address      text NOT NULL,
    PRIMARY KEY (workspace_id, member_id, address_key),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('own_address');
CREATE INDEX ON own_address (workspace_id, address_key);

CREATE TABLE workspace_domain (
    workspace_id uuid NOT NULL REFERENCES workspace,
    domain       text NOT NULL, -- lower case
    PRIMARY KEY (workspace_id, domain)
);
CALL guard_workspace('workspace_domain');

CREATE TABLE holiday (
    workspace_id uuid NOT NULL REFERENCES workspace,
    day          date NOT NULL,
    name         text NOT NULL DEFAULT '',
    PRIMARY KEY (workspace_id, day)
);
CALL guard_workspace('holiday');

CREATE TABLE session (
    token_hash   bytea PRIMARY KEY, -- SHA-256 of the cookie's secret
    login_id     uuid NOT NULL REFERENCES login,
    workspace_id uuid NOT NULL,
    member_id    uuid NOT NULL,
    csrf_token   text NOT NULL,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    user_agent   text NOT NULL DEFAULT '',
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL open_table('session');
CREATE INDEX ON session (workspace_id, member_id);
CREATE INDEX ON session (expires_at);

CREATE TABLE api_token (
    id           uuid NOT NULL UNIQUE,
    token_hash   bytea PRIMARY KEY, -- SHA-256 of the token
    workspace_id uuid NOT NULL,
    member_id    uuid NOT NULL,
    name         text NOT NULL,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL open_table('api_token');
CREATE INDEX ON api_token (workspace_id, member_id);

-- The one-time link by which the first owner claims a fresh server.
CREATE TABLE setup_link (
    token_hash bytea PRIMARY KEY,
    created_at timestamptz NOT NULL,
    used_at    timestamptz
);
CALL open_table('setup_link');

-- Failed logins, for the rate limit; rows older than the window are deleted as it is asked.
CREATE TABLE login_failure (
    key text NOT NULL, -- 'login:…' or 'from:…', hashed
    at  timestamptz NOT NULL
);
CALL open_table('login_failure');
CREATE INDEX ON login_failure (key, at);
