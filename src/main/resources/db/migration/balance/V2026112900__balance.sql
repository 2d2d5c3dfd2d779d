-- What somebody gave or moved that no mail shows, and what of a balance people say is wrong. All else in a balance is
-- concluded from touches and promises when it is asked for.

CREATE TABLE balance_given (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    id            uuid NOT NULL,
    person_id     uuid NOT NULL,
    person_origin uuid,                 -- whom it meant at first, once two records became one
    side          text NOT NULL CHECK (side IN ('ours', 'theirs')),
    kind          text NOT NULL,
    words         text NOT NULL DEFAULT '',
    at            timestamptz NOT NULL, -- when it was given
    member_id     uuid NOT NULL,
    known_at      timestamptz NOT NULL, -- when it was typed
    taken_back_at timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE
);
CALL guard_workspace('balance_given');
CREATE INDEX balance_given_person ON balance_given (workspace_id, person_id, at DESC);

-- An entry that counts nothing, because somebody says so.
CREATE TABLE balance_wrong (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    id            uuid NOT NULL,
    person_id     uuid NOT NULL,
    person_origin uuid,
    entry         text NOT NULL,
    words         text NOT NULL DEFAULT '',
    member_id     uuid NOT NULL,
    at            timestamptz NOT NULL,
    taken_back_at timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE
);
CALL guard_workspace('balance_wrong');
CREATE INDEX balance_wrong_person ON balance_wrong (workspace_id, person_id);
