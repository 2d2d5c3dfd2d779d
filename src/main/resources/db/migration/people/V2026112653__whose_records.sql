-- Own, team or all: decided below every statement, so that no list, count or page can forget it. A connection carries
-- whose records its member sees in app.owners: ids with commas between; '' where all are seen, as in background work.

-- One expression over nothing but pg_catalog, and no SET clause: so it is inlined into the plan.
CREATE FUNCTION record_seen(owner uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(current_setting('app.owners', true), '') = ''
        OR owner = ANY (string_to_array(current_setting('app.owners', true), ',')::uuid[])
$$;

CREATE POLICY whose ON contact AS RESTRICTIVE FOR ALL USING (record_seen(owner_id)) WITH CHECK (true);

-- A company is seen by whoever sees it or somebody there.
CREATE POLICY whose ON account AS RESTRICTIVE FOR ALL
    USING (record_seen(owner_id)
           OR EXISTS (SELECT FROM contact c
                      WHERE c.workspace_id = account.workspace_id AND c.account_id = account.id))
    WITH CHECK (true);

-- These keep derived columns right whoever writes.
ALTER FUNCTION contact_company_key() SECURITY DEFINER;
ALTER FUNCTION account_company_key() SECURITY DEFINER;

-- Search looks past row-level security, so it asks for itself.
CREATE OR REPLACE FUNCTION find_contacts(typed text[], most int) RETURNS TABLE (contact_id uuid, exact boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    here  uuid := nullif(current_setting('app.workspace', true), '')::uuid;
    words text[] := typed[1:5];
    fit   text := (SELECT string_agg(format('s.words LIKE %L', typed_like(w)), ' AND ') FROM unnest(words) w);
    near  text := (SELECT string_agg(format('(s.words LIKE %L OR %L <%% s.words)', typed_like(w), w), ' AND ') FROM unnest(words) w);
    alike text := (SELECT string_agg(format('word_similarity(%L, s.words)', w), ' + ') FROM unnest(words) w);
    seen  text := CASE WHEN coalesce(current_setting('app.owners', true), '') = '' THEN 'true' ELSE
        'EXISTS (SELECT FROM contact c WHERE c.workspace_id = s.workspace_id AND c.id = s.contact_id AND record_seen(c.owner_id))' END;
BEGIN
    IF fit IS NULL OR here IS NULL THEN RETURN; END IF;
    IF length(array_to_string(words, '')) < 3 THEN -- no trigram: only from the beginning of the name, in its order
        RETURN QUERY SELECT c.id, true FROM contact c
            WHERE c.workspace_id = here AND c.deleted_at IS NULL
              AND c.name_key >= words[1] AND c.name_key < words[1] || U&'\FFFF' AND record_seen(c.owner_id)
            ORDER BY c.name_key, c.id LIMIT most;
        RETURN;
    END IF;
    RETURN QUERY EXECUTE format(
        'SELECT s.contact_id, true FROM contact_search s WHERE s.workspace_id = $1 AND %s AND %s'
        ' ORDER BY NOT starts_with(s.words, $3), length(s.words), s.contact_id LIMIT $2', fit, seen)
        USING here, most, words[1];
    IF FOUND OR length(array_to_string(words, '')) < 4 THEN RETURN; END IF;
    PERFORM set_config('pg_trgm.word_similarity_threshold', '0.4', true);
    RETURN QUERY EXECUTE format(
        'SELECT s.contact_id, false FROM contact_search s WHERE s.workspace_id = $1 AND %s AND %s'
        ' ORDER BY %s DESC, length(s.words), s.contact_id LIMIT least($2, 8)', near, seen, alike)
        USING here, most;
END $$;

CREATE OR REPLACE FUNCTION find_accounts(typed text[], most int) RETURNS TABLE (account_id uuid, name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    here uuid := nullif(current_setting('app.workspace', true), '')::uuid;
    fit  text := (SELECT string_agg(format('a.name_key LIKE %L', typed_like(w)), ' AND ') FROM unnest(typed[1:5]) w);
BEGIN
    IF fit IS NULL OR here IS NULL THEN RETURN; END IF;
    RETURN QUERY EXECUTE format(
        'SELECT a.id, a.name FROM account a WHERE a.workspace_id = $1 AND a.deleted_at IS NULL AND %s'
        ' AND (record_seen(a.owner_id) OR EXISTS (SELECT FROM contact c WHERE c.workspace_id = a.workspace_id'
        '      AND c.account_id = a.id AND record_seen(c.owner_id)))'
        ' ORDER BY NOT starts_with(a.name_key, $3), length(a.name_key), a.id LIMIT $2', fit)
        USING here, most, typed[1];
END $$;
