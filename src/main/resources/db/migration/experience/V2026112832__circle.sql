-- What was heard, what we changed because of it, and whether the customer was told.

CREATE TABLE feedback_change (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    id            uuid NOT NULL,
    words         text NOT NULL,        -- what is other than before
    member_id     uuid NOT NULL,
    at            timestamptz NOT NULL,
    taken_back_at timestamptz,
    PRIMARY KEY (workspace_id, id)
);
CALL guard_workspace('feedback_change');
CREATE INDEX feedback_change_at ON feedback_change (workspace_id, at DESC, id DESC);

-- The answers because of which it was changed.
CREATE TABLE feedback_change_answer (
    workspace_id uuid NOT NULL REFERENCES workspace,
    change_id    uuid NOT NULL,
    answer_id    uuid NOT NULL,
    told_touch   uuid,                  -- the touch by which they were told
    told_at      timestamptz,
    PRIMARY KEY (workspace_id, change_id, answer_id),
    FOREIGN KEY (workspace_id, change_id) REFERENCES feedback_change ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, answer_id) REFERENCES survey_answer ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, told_touch) REFERENCES touch ON DELETE SET NULL (told_touch)
);
CALL guard_workspace('feedback_change_answer');
CREATE INDEX feedback_change_answer_answer ON feedback_change_answer (workspace_id, answer_id);
CREATE INDEX feedback_change_answer_touch ON feedback_change_answer (workspace_id, told_touch) WHERE told_touch IS NOT NULL;

-- Marks by when they came to be known, for those whose people look after them.
CREATE INDEX experience_mark_known ON experience_mark (workspace_id, known_at DESC) WHERE person_id IS NOT NULL;
