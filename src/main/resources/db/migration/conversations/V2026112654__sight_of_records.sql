-- Who does not see all records sees of what happened only what happened with people they see, and their own archive.
CREATE OR REPLACE FUNCTION touch_sight(here uuid, what uuid, reader uuid) RETURNS int
LANGUAGE sql STABLE COST 2000 SET search_path = public, pg_temp AS $$
    SELECT CASE
        WHEN in_archive(here, what, reader) THEN 4
        WHEN t.private THEN 0
        WHEN t.kind = 'mail' AND EXISTS (
            SELECT FROM member m
            JOIN login l ON l.id = m.login_id
            JOIN touch_party p ON p.workspace_id = here AND p.touch_id = what AND p.address_key = l.email_key
            WHERE m.workspace_id = here AND m.id = reader) THEN 3
        WHEN coalesce(current_setting('app.owners', true), '') <> '' AND NOT EXISTS (
            SELECT FROM touch_party p
            JOIN contact c ON c.workspace_id = here AND c.id = p.person_id AND record_seen(c.owner_id)
            WHERE p.workspace_id = here AND p.touch_id = what) THEN 0
        WHEN t.kind <> 'mail' THEN 4
        ELSE coalesce((SELECT max(CASE m.mail_sharing WHEN 'text' THEN 3 WHEN 'subject' THEN 2 ELSE 1 END)
                       FROM touch_owner o
                       JOIN member m ON m.workspace_id = o.workspace_id AND m.id = o.member_id
                       WHERE o.workspace_id = here AND o.touch_id = what), 1)
        END
    FROM touch t WHERE t.workspace_id = here AND t.id = what
$$;
