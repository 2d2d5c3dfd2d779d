-- What stands below each mail of a member, and mails that the program writes by order.

CREATE TABLE mail_signature (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    words        text NOT NULL,
    PRIMARY KEY (workspace_id, member_id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('mail_signature');

-- 'program': an invitation, a password reset, Today. It leaves by the workspace's server and is no touch.
ALTER TABLE outgoing_mail ADD COLUMN author text NOT NULL DEFAULT 'person' CHECK (author IN ('person', 'program'));
ALTER TABLE outgoing_mail ALTER COLUMN author DROP DEFAULT;

-- Asked for each page.
CREATE INDEX outgoing_failed ON outgoing_mail (workspace_id, member_id) WHERE state IN ('failed', 'unclear');
