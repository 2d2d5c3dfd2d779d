-- What people say of how a customer experienced us, and what of the ledger they say is wrong. All else in the ledger
-- is concluded when it is asked for.

CREATE TABLE experience_mark (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    id             uuid NOT NULL,
    person_id      uuid,                 -- whose experience, or that of a whole company
    person_origin  uuid,                 -- whom it meant at first, once two records became one
    account_id     uuid,
    account_origin uuid,
    feeling        text NOT NULL CHECK (feeling IN ('delighted', 'pleased', 'annoyed', 'hurt')),
    words          text NOT NULL DEFAULT '',
    at             timestamptz NOT NULL, -- when they felt so
    member_id      uuid NOT NULL,
    known_at       timestamptz NOT NULL, -- when it was typed
    taken_back_at  timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, account_id) REFERENCES account ON DELETE CASCADE,
    CHECK (num_nonnulls(person_id, account_id) = 1)
);
CALL guard_workspace('experience_mark');
CREATE INDEX experience_mark_person ON experience_mark (workspace_id, person_id, at DESC) WHERE person_id IS NOT NULL;
CREATE INDEX experience_mark_account ON experience_mark (workspace_id, account_id, at DESC) WHERE account_id IS NOT NULL;

-- An entry that counts nothing, because somebody says so.
CREATE TABLE experience_correction (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    id            uuid NOT NULL,
    person_id     uuid NOT NULL,
    person_origin uuid,
    source        text NOT NULL,
    entry         text NOT NULL,
    words         text NOT NULL DEFAULT '',
    member_id     uuid NOT NULL,
    at            timestamptz NOT NULL,
    taken_back_at timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE
);
CALL guard_workspace('experience_correction');
CREATE INDEX experience_correction_person ON experience_correction (workspace_id, person_id);
