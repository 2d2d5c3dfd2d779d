-- What a member may do, how far a token reaches, and a name for a session that is not its secret.
ALTER TABLE member ALTER COLUMN role DROP DEFAULT;
ALTER TABLE member ADD CONSTRAINT member_role
    CHECK (role IN ('owner', 'admin', 'seller', 'service', 'leader', 'read-only'));

-- Who left keeps the row: touches and history go on naming them.
ALTER TABLE member ADD COLUMN left_at timestamptz;

ALTER TABLE api_token ADD COLUMN scope text NOT NULL DEFAULT 'write' CHECK (scope IN ('read', 'write'));
ALTER TABLE api_token ALTER COLUMN scope DROP DEFAULT; -- tokens of before could write

ALTER TABLE session ADD COLUMN id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid();
CREATE INDEX ON session (login_id);
