-- A second factor by RFC 6238. The secret has to be kept as it is: codes are computed from it.
CREATE TABLE second_factor (
    login_id     uuid PRIMARY KEY REFERENCES login,
    secret       bytea NOT NULL,
    created_at   timestamptz NOT NULL,
    confirmed_at timestamptz, -- counts from here on
    last_step    bigint NOT NULL DEFAULT 0 -- a code counts once
);
CALL open_table('second_factor');

CREATE TABLE recovery_code (
    login_id  uuid NOT NULL REFERENCES login,
    code_hash bytea NOT NULL, -- SHA-256
    used_at   timestamptz,
    PRIMARY KEY (login_id, code_hash)
);
CALL open_table('recovery_code');

-- Who gave the right password and still owes the code.
CREATE TABLE half_login (
    token_hash bytea PRIMARY KEY,
    login_id   uuid NOT NULL REFERENCES login,
    expires_at timestamptz NOT NULL
);
CALL open_table('half_login');

ALTER TABLE workspace ADD COLUMN second_factor_required boolean NOT NULL DEFAULT false;
