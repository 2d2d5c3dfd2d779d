-- Mails that left the house and are to lie in the sender's own folder of sent mail, too.
CREATE TABLE mailbox_copy (
    workspace_id uuid NOT NULL REFERENCES workspace,
    mailbox_id   uuid NOT NULL,
    outgoing_id  uuid NOT NULL,
    raw          bytea NOT NULL,
    PRIMARY KEY (workspace_id, mailbox_id, outgoing_id),
    FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailbox ON DELETE CASCADE
);
CALL guard_workspace('mailbox_copy');

DROP FUNCTION mailboxes_to_keep();
CREATE FUNCTION mailboxes_to_keep()
RETURNS TABLE (workspace_id uuid, id uuid, asked_at timestamptz, copies bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT b.workspace_id, b.id, b.asked_at,
           (SELECT count(*) FROM mailbox_copy c WHERE c.workspace_id = b.workspace_id AND c.mailbox_id = b.id)
    FROM mailbox b
    JOIN member m ON m.workspace_id = b.workspace_id AND m.id = b.member_id
    WHERE b.state = 'active' AND m.left_at IS NULL
$$;
REVOKE ALL ON FUNCTION mailboxes_to_keep() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mailboxes_to_keep() TO rapport_app;
