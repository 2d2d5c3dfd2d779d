-- Mails while they are written, until they left.
CREATE TABLE mail_draft (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    member_id    uuid NOT NULL,
    person_id    uuid NOT NULL,
    person_origin uuid,            -- whom it was written to at first, once two records became one
    answers      uuid,             -- the mail that it answers
    recipient    text NOT NULL,
    copies       text NOT NULL,    -- as typed
    subject      text NOT NULL,
    words        text NOT NULL,
    outgoing_id  uuid,             -- lies in the outbox; comes back when it is taken back from there
    updated_at   timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member,
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, answers) REFERENCES touch ON DELETE SET NULL (answers)
);
CALL guard_workspace('mail_draft');
CREATE INDEX ON mail_draft (workspace_id, member_id, person_id, updated_at DESC);
CREATE INDEX ON mail_draft (workspace_id, person_id);
CREATE INDEX ON mail_draft (workspace_id, answers) WHERE answers IS NOT NULL;
CREATE INDEX ON mail_draft (workspace_id, outgoing_id) WHERE outgoing_id IS NOT NULL;
