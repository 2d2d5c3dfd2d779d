-- Derived from private_address: whether somebody in whose archive the touch lies keeps it to those archives.
ALTER TABLE touch ADD COLUMN private boolean NOT NULL DEFAULT false;
CREATE INDEX touch_private ON touch (workspace_id, id) WHERE private;

CREATE FUNCTION in_archive(here uuid, what uuid, reader uuid) RETURNS boolean
LANGUAGE sql STABLE COST 1000 SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM touch_owner o
                   WHERE o.workspace_id = here AND o.touch_id = what AND o.member_id = reader)
$$;

-- How much of a touch a member sees; the one place that decides it.
--   0 nothing, not even that there is one   1 that it happened   2 its subject too   3 its text too
--   4 all, with blind copies: it lies in the member's own archive, or somebody typed it for everybody
-- Who was on a mail is known by the address they log in with. Their other addresses are only claimed, and whoever
-- claimed somebody else's would read what was written to them. Of several owners the most open one counts; private
-- is what one of them keeps private.
CREATE FUNCTION touch_sight(here uuid, what uuid, reader uuid) RETURNS int
LANGUAGE sql STABLE COST 2000 SET search_path = public, pg_temp AS $$
    SELECT CASE
        WHEN t.kind <> 'mail' AND NOT t.private THEN 4
        WHEN in_archive(here, what, reader) THEN 4
        WHEN t.private THEN 0
        WHEN EXISTS (SELECT FROM member m
                     JOIN login l ON l.id = m.login_id
                     JOIN touch_party p ON p.workspace_id = here AND p.touch_id = what AND p.address_key = l.email_key
                     WHERE m.workspace_id = here AND m.id = reader) THEN 3
        ELSE coalesce((SELECT max(CASE m.mail_sharing WHEN 'text' THEN 3 WHEN 'subject' THEN 2 ELSE 1 END)
                       FROM touch_owner o
                       JOIN member m ON m.workspace_id = o.workspace_id AND m.id = o.member_id
                       WHERE o.workspace_id = here AND o.touch_id = what), 1)
        END
    FROM touch t WHERE t.workspace_id = here AND t.id = what
$$;

-- As before, but what a colleague shares is found too.
CREATE OR REPLACE FUNCTION find_mails(reader uuid, typed text[], most int) RETURNS TABLE (touch_id uuid, subject text, at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    here uuid := nullif(current_setting('app.workspace', true), '')::uuid;
    fit  text := (SELECT string_agg(format('h.subject_words LIKE %L', typed_like(unaccent(w))), ' AND ') FROM unnest(typed[1:5]) w);
    own  text := (SELECT string_agg(format('unaccent(lower(t.subject)) LIKE %L', typed_like(unaccent(w))), ' AND ') FROM unnest(typed[1:5]) w);
BEGIN
    IF fit IS NULL OR here IS NULL OR length(array_to_string(typed, '')) < 3 THEN RETURN; END IF;
    RETURN QUERY EXECUTE format(
        'SELECT m.* FROM (SELECT h.id FROM thread h WHERE h.workspace_id = $1 AND %s ORDER BY h.id DESC LIMIT 300) h'
        ' CROSS JOIN LATERAL (SELECT t.id, t.subject, t.at FROM touch t'
        '  WHERE t.workspace_id = $1 AND t.thread_id = h.id AND t.kind = ''mail'' AND %s'
        '  AND touch_sight($1, t.id, $2) >= 2 ORDER BY t.at DESC NULLS LAST LIMIT 1) m'
        ' ORDER BY m.at DESC NULLS LAST, m.id LIMIT $3', fit, own)
        USING here, reader, most;
END $$;
