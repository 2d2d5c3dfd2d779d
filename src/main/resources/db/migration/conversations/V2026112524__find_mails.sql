-- Finding mails by the words of their subject. Threads are the candidates, for there are fewer of them; but what is
-- matched in the end is the subject of a mail that lies in the reader's own archive: a thread may have begun
-- among others, and its name must not be guessed by typing.

ALTER TABLE thread ADD COLUMN subject_words text NOT NULL DEFAULT ''; -- derived: subject_key without accents
UPDATE thread SET subject_words = unaccent(subject_key);

CREATE FUNCTION thread_subject_words() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    NEW.subject_words := unaccent(NEW.subject_key);
    RETURN NEW;
END $$;
CREATE TRIGGER subject_words BEFORE INSERT OR UPDATE OF subject_key ON thread
    FOR EACH ROW EXECUTE FUNCTION thread_subject_words();

CREATE INDEX thread_words ON thread USING gin (subject_words gin_trgm_ops);

CREATE FUNCTION find_mails(reader uuid, typed text[], most int) RETURNS TABLE (touch_id uuid, subject text, at timestamptz)
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
        '  JOIN touch_owner o ON o.workspace_id = t.workspace_id AND o.touch_id = t.id AND o.member_id = $2'
        '  WHERE t.workspace_id = $1 AND t.thread_id = h.id AND %s ORDER BY t.at DESC NULLS LAST LIMIT 1) m'
        ' ORDER BY m.at DESC NULLS LAST, m.id LIMIT $3', fit, own)
        USING here, reader, most;
END $$;
REVOKE ALL ON FUNCTION find_mails(uuid, text[], int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_mails(uuid, text[], int) TO rapport_app;
