-- What a signature says and somebody does not want in the record; it is not offered again, to nobody.
CREATE TABLE dismissed_suggestion (
    workspace_id uuid NOT NULL REFERENCES workspace,
    contact_id   uuid NOT NULL,
    suggestion   text NOT NULL, -- a digest: the value is read from the mail by those who may read it
    member_id    uuid NOT NULL, -- who decided
    at           timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, contact_id, suggestion),
    FOREIGN KEY (workspace_id, contact_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('dismissed_suggestion');
