-- For which days a member's Today was sent: the row is made with the mail, so it is sent once.
CREATE TABLE today_mail (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    day          date NOT NULL,
    PRIMARY KEY (workspace_id, member_id, day),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('today_mail');
