-- Which process has a mail in its hands: when that one is gone, nobody waits until its claim runs out.
ALTER TABLE outgoing_mail ADD COLUMN claimed_by text;

CREATE OR REPLACE FUNCTION workspaces_with_mail_due(now timestamptz)
RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT workspace_id FROM outgoing_mail
    WHERE state = 'waiting' AND due_at <= now
       OR state IN ('connecting', 'handing-over') AND (claimed_until < now OR process_gone(claimed_by))
       OR state = 'sent' AND announced_at IS NULL
$$;
