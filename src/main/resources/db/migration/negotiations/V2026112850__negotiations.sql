-- The plan of a negotiation. Whoever asks for a row of it has to be on its team: the deal's owner and the members added.

CREATE TABLE negotiation (
    workspace_id      uuid NOT NULL REFERENCES workspace,
    id                uuid NOT NULL,
    deal_id           uuid NOT NULL,
    title             text NOT NULL CHECK (title <> ''),
    plan_on           timestamptz,             -- when the planning is to be done
    walk_away         numeric(6, 2),           -- our points, 0 to 100, below which we leave
    walk_away_words   text NOT NULL DEFAULT '',
    aim_lift          numeric(5, 2),           -- percent above the proposal
    aim_defence       text NOT NULL DEFAULT '',
    aim_defended_at   timestamptz,
    aim_defended_by   uuid,
    aim_heard_at      timestamptz,
    aim_heard_by      uuid,
    all_issues_at     timestamptz,             -- when somebody said that all issues are identified
    all_issues_by     uuid,
    price_override    text NOT NULL DEFAULT '', -- why the price may be named before its time
    price_override_at timestamptz,
    price_override_by uuid,
    opened_at         timestamptz,             -- when the table opened
    opened_by         uuid,
    revision          int NOT NULL DEFAULT 1,
    created_at        timestamptz NOT NULL,
    created_by        uuid NOT NULL,
    updated_at        timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, deal_id) REFERENCES deal ON DELETE CASCADE
);
CALL guard_workspace('negotiation');
CREATE INDEX negotiation_deal ON negotiation (workspace_id, deal_id);
CREATE INDEX negotiation_planned ON negotiation (workspace_id, plan_on) WHERE plan_on IS NOT NULL AND opened_at IS NULL;

CREATE TABLE negotiation_member (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    member_id      uuid NOT NULL,
    added_at       timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, negotiation_id, member_id),
    FOREIGN KEY (workspace_id, negotiation_id) REFERENCES negotiation ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('negotiation_member');
CREATE INDEX negotiation_of_member ON negotiation_member (workspace_id, member_id);

CREATE TABLE negotiation_issue (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    id             uuid NOT NULL,
    position       int NOT NULL,
    name           text NOT NULL CHECK (name <> ''),
    kind           text NOT NULL CHECK (kind IN ('choice', 'ordered', 'number')),
    price          boolean NOT NULL,         -- waits until value, needs and criteria are agreed
    low            numeric,                  -- of a number: from, to, by
    high           numeric,
    step           numeric,
    unit           text NOT NULL DEFAULT '',
    swing          numeric(6, 2),            -- how much its worst to best matters to us, the largest is 100
    their_low      numeric(6, 2),            -- the same of them, as we believe
    their_high     numeric(6, 2),
    PRIMARY KEY (workspace_id, negotiation_id, id),
    FOREIGN KEY (workspace_id, negotiation_id) REFERENCES negotiation ON DELETE CASCADE
);
CALL guard_workspace('negotiation_issue');

-- The options of an issue; of a number its two ends, what lies between is worth what lies on the line.
CREATE TABLE negotiation_option (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    issue_id       uuid NOT NULL,
    id             uuid NOT NULL,
    position       int NOT NULL,
    name           text NOT NULL CHECK (name <> ''),
    score          numeric(6, 2),            -- 0 worst to 100 best for us
    their_low      numeric(6, 2),
    their_high     numeric(6, 2),
    PRIMARY KEY (workspace_id, negotiation_id, issue_id, id),
    FOREIGN KEY (workspace_id, negotiation_id, issue_id) REFERENCES negotiation_issue ON DELETE CASCADE
);
CALL guard_workspace('negotiation_option');

-- Our proposal: an option for each issue, by its name.
CREATE TABLE negotiation_proposal (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    issue_id       uuid NOT NULL,
    choice         text NOT NULL,
    PRIMARY KEY (workspace_id, negotiation_id, issue_id),
    FOREIGN KEY (workspace_id, negotiation_id, issue_id) REFERENCES negotiation_issue ON DELETE CASCADE
);
CALL guard_workspace('negotiation_proposal');

CREATE TABLE negotiation_alternative (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    id             uuid NOT NULL,
    position       int NOT NULL,
    side           text NOT NULL CHECK (side IN ('us', 'them')),
    name           text NOT NULL CHECK (name <> ''),
    workings       text NOT NULL DEFAULT '',
    worth_low      numeric(6, 2),            -- points of whose alternative it is
    worth_high     numeric(6, 2),
    PRIMARY KEY (workspace_id, negotiation_id, id),
    FOREIGN KEY (workspace_id, negotiation_id) REFERENCES negotiation ON DELETE CASCADE
);
CALL guard_workspace('negotiation_alternative');

-- Needs, wants, currencies, objections and all else that is written in lines.
CREATE TABLE negotiation_line (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    id             uuid NOT NULL,
    section        text NOT NULL,
    position       int NOT NULL,
    side           text NOT NULL CHECK (side IN ('us', 'them', 'rival')),
    party          text NOT NULL DEFAULT '', -- which buyer, which competitor
    words          text NOT NULL,
    reply          text NOT NULL DEFAULT '', -- our answer, the payback, the evidence
    more           text NOT NULL DEFAULT '', -- the consequence, the kind
    cost           int CHECK (cost BETWEEN 1 AND 5), -- of a currency: to who gives it
    dear           int CHECK (dear BETWEEN 1 AND 5), -- and to who gets it
    PRIMARY KEY (workspace_id, negotiation_id, id),
    FOREIGN KEY (workspace_id, negotiation_id) REFERENCES negotiation ON DELETE CASCADE
);
CALL guard_workspace('negotiation_line');

-- What has to be agreed before the price: value, needs, criteria; each with what shows it.
CREATE TABLE negotiation_tick (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('value', 'needs', 'criteria')),
    evidence       text NOT NULL CHECK (evidence <> ''),
    at             timestamptz NOT NULL,
    member_id      uuid NOT NULL,
    PRIMARY KEY (workspace_id, negotiation_id, kind),
    FOREIGN KEY (workspace_id, negotiation_id) REFERENCES negotiation ON DELETE CASCADE
);
CALL guard_workspace('negotiation_tick');

-- "Would you give this for that?"
CREATE TABLE negotiation_trade (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    id             uuid NOT NULL,
    give_issue     uuid NOT NULL,
    give_from      text NOT NULL,
    give_to        text NOT NULL,
    get_issue      uuid NOT NULL,
    get_from       text NOT NULL,
    get_to         text NOT NULL,
    answer         text NOT NULL CHECK (answer IN ('yes', 'no', 'same')),
    PRIMARY KEY (workspace_id, negotiation_id, id),
    FOREIGN KEY (workspace_id, negotiation_id, give_issue) REFERENCES negotiation_issue ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, negotiation_id, get_issue) REFERENCES negotiation_issue ON DELETE CASCADE
);
CALL guard_workspace('negotiation_trade');

-- The plan as it stood.
CREATE TABLE negotiation_version (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    revision       int NOT NULL,
    at             timestamptz NOT NULL,
    member_id      uuid NOT NULL,
    what           text NOT NULL,
    plan           jsonb NOT NULL,
    PRIMARY KEY (workspace_id, negotiation_id, revision),
    FOREIGN KEY (workspace_id, negotiation_id) REFERENCES negotiation ON DELETE CASCADE
);
CALL guard_workspace('negotiation_version');
