-- Finding people and companies by typed words: all of them must fit, in any order. What fits to the letter is told
-- first; only where nothing does, what is nearly written so (exact = false, for "did you mean").
-- The words stand in the statement as literals, so that the trigram index is planned with them.

DROP FUNCTION search_contacts(text, int);

CREATE FUNCTION typed_like(typed text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT '%' || replace(replace(replace(typed, '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;

CREATE FUNCTION find_contacts(typed text[], most int) RETURNS TABLE (contact_id uuid, exact boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    here  uuid := nullif(current_setting('app.workspace', true), '')::uuid;
    words text[] := typed[1:5];
    fit   text := (SELECT string_agg(format('s.words LIKE %L', typed_like(w)), ' AND ') FROM unnest(words) w);
    near  text := (SELECT string_agg(format('(s.words LIKE %L OR %L <%% s.words)', typed_like(w), w), ' AND ') FROM unnest(words) w);
    alike text := (SELECT string_agg(format('word_similarity(%L, s.words)', w), ' + ') FROM unnest(words) w);
BEGIN
    IF fit IS NULL OR here IS NULL THEN RETURN; END IF;
    IF length(array_to_string(words, '')) < 3 THEN -- no trigram: only from the beginning of the name, in its order
        RETURN QUERY SELECT c.id, true FROM contact c
            WHERE c.workspace_id = here AND c.deleted_at IS NULL
              AND c.name_key >= words[1] AND c.name_key < words[1] || U&'\FFFF'
            ORDER BY c.name_key, c.id LIMIT most;
        RETURN;
    END IF;
    RETURN QUERY EXECUTE format(
        'SELECT s.contact_id, true FROM contact_search s WHERE s.workspace_id = $1 AND %s'
        ' ORDER BY NOT starts_with(s.words, $3), length(s.words), s.contact_id LIMIT $2', fit)
        USING here, most, words[1];
    IF FOUND OR length(array_to_string(words, '')) < 4 THEN RETURN; END IF;
    PERFORM set_config('pg_trgm.word_similarity_threshold', '0.4', true);
    RETURN QUERY EXECUTE format(
        'SELECT s.contact_id, false FROM contact_search s WHERE s.workspace_id = $1 AND %s'
        ' ORDER BY %s DESC, length(s.words), s.contact_id LIMIT least($2, 8)', near, alike)
        USING here, most;
END $$;
REVOKE ALL ON FUNCTION find_contacts(text[], int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_contacts(text[], int) TO rapport_app;

CREATE INDEX account_words ON account USING gin (name_key gin_trgm_ops);

CREATE FUNCTION find_accounts(typed text[], most int) RETURNS TABLE (account_id uuid, name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    here uuid := nullif(current_setting('app.workspace', true), '')::uuid;
    fit  text := (SELECT string_agg(format('a.name_key LIKE %L', typed_like(w)), ' AND ') FROM unnest(typed[1:5]) w);
BEGIN
    IF fit IS NULL OR here IS NULL THEN RETURN; END IF;
    RETURN QUERY EXECUTE format(
        'SELECT a.id, a.name FROM account a WHERE a.workspace_id = $1 AND a.deleted_at IS NULL AND %s'
        ' ORDER BY NOT starts_with(a.name_key, $3), length(a.name_key), a.id LIMIT $2', fit)
        USING here, most, typed[1];
END $$;
REVOKE ALL ON FUNCTION find_accounts(text[], int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_accounts(text[], int) TO rapport_app;
