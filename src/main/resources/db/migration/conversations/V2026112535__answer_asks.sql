-- Whether a sentence of the mail asks the member for something, or only habit speaks for an answer. Until the
-- next import rebuilds the table, what stands there counts as asking, as it did before.
ALTER TABLE answer_owed ADD COLUMN asks boolean NOT NULL DEFAULT true;

-- What members said about signals of this room, so that later ones are judged by it. Rows are only ever added:
-- the newest of each signal counts, as it was known at that moment.
CREATE TABLE signal_lesson (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    source       text NOT NULL,  -- 'answer', 'quiet', 'asked' or 'bounce'
    name         text NOT NULL,  -- the signal's, unique within the source
    address_key  text NOT NULL,  -- of whom it was: the address outlives a merge of people
    verdict      text NOT NULL CHECK (verdict IN ('done', 'no-answer-wanted', 'not-for-me', 'no-person', 'other', 'undone')),
    at           timestamptz NOT NULL,
    id           uuid NOT NULL,
    PRIMARY KEY (workspace_id, member_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('signal_lesson');
CREATE INDEX signal_lesson_newest ON signal_lesson (workspace_id, member_id, source, name, at DESC, id DESC);
