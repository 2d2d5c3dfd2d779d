-- What was warned of at a table, and which tactics were offered; and what whoever sat there made of it.

CREATE TABLE negotiation_caution (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    id             uuid NOT NULL,
    offer_id       uuid NOT NULL,            -- the offer that it was said of
    sign           text NOT NULL,            -- which warning or tactic
    tactic         boolean NOT NULL,
    reason         text NOT NULL,
    say            text NOT NULL,
    at             timestamptz NOT NULL,
    member_id      uuid NOT NULL,            -- at whose offer it came up
    answer         text CHECK (answer IN ('taken', 'went_on', 'so', 'not_so')),
    answered_at    timestamptz,
    answered_by    uuid,
    PRIMARY KEY (workspace_id, negotiation_id, id),
    FOREIGN KEY (workspace_id, negotiation_id, offer_id) REFERENCES negotiation_offer ON DELETE CASCADE
);
CALL guard_workspace('negotiation_caution');
CREATE INDEX negotiation_caution_offer ON negotiation_caution (workspace_id, negotiation_id, offer_id);
CREATE INDEX negotiation_caution_so ON negotiation_caution (workspace_id, sign) WHERE answer = 'so';
