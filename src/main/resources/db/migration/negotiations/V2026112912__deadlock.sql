-- The deadlock room of a table: both views in each one's words, the question that tests our reading, ways to save face.

CREATE TABLE negotiation_deadlock (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    our_view       text NOT NULL,
    their_view     text NOT NULL,
    question       text NOT NULL,            -- assumes our reading, so that they put it right
    heard          text NOT NULL,            -- what they answered
    our_way        text NOT NULL,            -- how we may move and keep face
    their_way      text NOT NULL,
    revision       int NOT NULL,
    changed_at     timestamptz NOT NULL,
    changed_by     uuid NOT NULL,
    PRIMARY KEY (workspace_id, negotiation_id),
    FOREIGN KEY (workspace_id, negotiation_id) REFERENCES negotiation ON DELETE CASCADE
);
CALL guard_workspace('negotiation_deadlock');
