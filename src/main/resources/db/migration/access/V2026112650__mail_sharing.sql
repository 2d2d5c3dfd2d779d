-- What colleagues see of a member's mail: that it happened, its subject too, or its text too.
ALTER TABLE member ADD COLUMN mail_sharing text NOT NULL DEFAULT 'happened'
    CHECK (mail_sharing IN ('happened', 'subject', 'text'));

-- Addresses and domains (family, a doctor) whose mail no colleague sees at all.
CREATE TABLE private_address (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    address_key  text NOT NULL CHECK (address_key <> ''), -- lower case; without an @ it is a domain
    PRIMARY KEY (workspace_id, member_id, address_key),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('private_address');
