-- What a calendar calls private (RFC 5545, CLASS) its owner keeps to their archive, whoever was there.
ALTER TABLE touch_owner ADD COLUMN secret boolean NOT NULL DEFAULT false;

-- A meeting that came from a calendar is its owner's, as a mail is: its guests read it, and others as much of it as
-- the owner shares. Only what somebody typed is typed for everybody.
CREATE OR REPLACE FUNCTION touch_sight(here uuid, what uuid, reader uuid) RETURNS int
LANGUAGE sql STABLE COST 2000 SET search_path = public, pg_temp AS $$
    SELECT CASE
        WHEN in_archive(here, what, reader) THEN 4
        WHEN t.private THEN 0
        WHEN t.typed_by IS NULL AND EXISTS (
            SELECT FROM member m
            JOIN login l ON l.id = m.login_id
            JOIN touch_party p ON p.workspace_id = here AND p.touch_id = what AND p.address_key = l.email_key
            WHERE m.workspace_id = here AND m.id = reader) THEN 3
        WHEN coalesce(current_setting('app.owners', true), '') <> '' AND NOT EXISTS (
            SELECT FROM touch_party p
            JOIN contact c ON c.workspace_id = here AND c.id = p.person_id AND record_seen(c.owner_id)
            WHERE p.workspace_id = here AND p.touch_id = what) THEN 0
        WHEN t.typed_by IS NOT NULL THEN 4
        ELSE coalesce((SELECT max(CASE m.mail_sharing WHEN 'text' THEN 3 WHEN 'subject' THEN 2 ELSE 1 END)
                       FROM touch_owner o
                       JOIN member m ON m.workspace_id = o.workspace_id AND m.id = o.member_id
                       WHERE o.workspace_id = here AND o.touch_id = what), 1)
        END
    FROM touch t WHERE t.workspace_id = here AND t.id = what
$$;
