-- Thanks that we owe: found in mail, seen in meetings, or recorded by a person.

-- Derived, rebuilt from the mails: who brought somebody new to a member, or passed their name on. Whom that is
-- owed to is the sender of the mail, whoever that is by now.
CREATE TABLE thanks_found (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    member_id     uuid NOT NULL,
    touch_id      uuid NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('introduction', 'referral')),
    at            timestamptz NOT NULL,
    passage_start int NOT NULL,
    passage_end   int NOT NULL,
    PRIMARY KEY (workspace_id, member_id, touch_id),
    FOREIGN KEY (workspace_id, touch_id) REFERENCES touch ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('thanks_found');
CREATE INDEX thanks_found_at ON thanks_found (workspace_id, member_id, at DESC);
CREATE INDEX thanks_found_touch ON thanks_found (workspace_id, touch_id);

-- Derived too: mails in which a member thanks for something.
CREATE TABLE thanks_given (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    touch_id     uuid NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, member_id, touch_id),
    FOREIGN KEY (workspace_id, touch_id) REFERENCES touch ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('thanks_given');
CREATE INDEX thanks_given_at ON thanks_given (workspace_id, member_id, at DESC);
CREATE INDEX thanks_given_touch ON thanks_given (workspace_id, touch_id);

-- Up to which touch of their archive (ids are in the order of coming in) a member's mail was read for it.
CREATE TABLE thanks_read (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    up_to        uuid NOT NULL,
    PRIMARY KEY (workspace_id, member_id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('thanks_read');

-- What somebody did for us, as a person recorded it; a contract won is one until deals say so.
CREATE TABLE favour (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    id            uuid NOT NULL,
    person_id     uuid NOT NULL,
    person_origin uuid,
    member_id     uuid NOT NULL, -- who owes the thanks
    kind          text NOT NULL CHECK (kind IN ('introduction', 'referral', 'meeting', 'favour', 'contract')),
    words         text NOT NULL,
    at            timestamptz NOT NULL,
    taken_back_at timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('favour');
CREATE INDEX favour_at ON favour (workspace_id, member_id, at DESC);
CREATE INDEX favour_person ON favour (workspace_id, person_id);

-- That somebody was thanked where no touch shows it, or that no thanks are owed.
CREATE TABLE thanks_settled (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    id            uuid NOT NULL,
    member_id     uuid NOT NULL,
    subject_id    uuid NOT NULL, -- the touch or the favour
    person_id     uuid NOT NULL,
    person_origin uuid,
    how           text NOT NULL CHECK (how IN ('thanked', 'let_go')),
    at            timestamptz NOT NULL,
    taken_back_at timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('thanks_settled');
CREATE INDEX thanks_settled_subject ON thanks_settled (workspace_id, subject_id);
CREATE INDEX thanks_settled_person ON thanks_settled (workspace_id, person_id);

-- Whom a task was given to is a member.
ALTER TABLE promise_step ADD FOREIGN KEY (workspace_id, to_member_id) REFERENCES member;
