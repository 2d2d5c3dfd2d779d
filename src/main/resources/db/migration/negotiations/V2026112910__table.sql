-- The table of a negotiation, from its opening on; its team's alone, as the plan.

CREATE TABLE negotiation_table (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    changes        int NOT NULL DEFAULT 0,   -- counts what happened at it: whoever looks on asks for it each second
    ends_on        timestamptz,              -- until when there is time
    break_until    timestamptz,
    ended_at       timestamptz,
    ended_by       uuid,
    result         text CHECK (result IN ('agreed', 'left')),
    agreed_offer   uuid,                     -- the offer that was accepted
    reason         text NOT NULL DEFAULT '', -- why we left, as it was said
    PRIMARY KEY (workspace_id, negotiation_id),
    FOREIGN KEY (workspace_id, negotiation_id) REFERENCES negotiation ON DELETE CASCADE,
    CHECK ((ended_at IS NULL) = (result IS NULL))
);
CALL guard_workspace('negotiation_table');

CREATE TABLE negotiation_offer (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    id             uuid NOT NULL,
    side           text NOT NULL CHECK (side IN ('ours', 'theirs')),
    at             timestamptz NOT NULL,
    member_id      uuid NOT NULL,            -- who wrote it down
    said_by        text NOT NULL DEFAULT '', -- who said it on their side
    words          text NOT NULL DEFAULT '', -- what was said with it
    below_reason   text NOT NULL DEFAULT '', -- why it may go under the walk-away
    below_seen_at  timestamptz,              -- when a second person agreed to that
    below_seen_by  uuid,
    taken_back_at  timestamptz,              -- written down by mistake
    PRIMARY KEY (workspace_id, negotiation_id, id),
    FOREIGN KEY (workspace_id, negotiation_id) REFERENCES negotiation ON DELETE CASCADE
);
CALL guard_workspace('negotiation_offer');
CREATE INDEX negotiation_offer_path ON negotiation_offer (workspace_id, negotiation_id, at, id);

-- What an offer says of an issue. Offers are facts: they stay when the plan's issues change.
CREATE TABLE negotiation_offer_choice (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    offer_id       uuid NOT NULL,
    issue_id       uuid NOT NULL,
    choice         text NOT NULL,
    PRIMARY KEY (workspace_id, negotiation_id, offer_id, issue_id),
    FOREIGN KEY (workspace_id, negotiation_id, offer_id) REFERENCES negotiation_offer ON DELETE CASCADE
);
CALL guard_workspace('negotiation_offer_choice');
