-- What members decided about the items of their Today. Nothing is deleted: undo is a row of its own.
CREATE TABLE judgement (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    member_id    uuid NOT NULL,
    source       text NOT NULL,  -- the signal's source and name
    name         text NOT NULL,
    person_id    uuid,
    verdict      text NOT NULL CHECK (verdict IN ('done', 'snoozed', 'until-they-write', 'not-needed', 'undone')),
    until        timestamptz,    -- of 'snoozed'
    reason       text,           -- of 'not-needed'
    at           timestamptz NOT NULL,
    batch        uuid NOT NULL,  -- one press of a button, which may judge several merged signals
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('judgement');
CREATE INDEX judgement_of_member ON judgement (workspace_id, member_id, at DESC);
CREATE INDEX judgement_of_batch ON judgement (workspace_id, batch);
