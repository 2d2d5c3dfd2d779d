-- A workspace of made-up people, to look around in. It is made up from its birth or never, and there is one at most.
ALTER TABLE workspace ADD made_up boolean NOT NULL DEFAULT false,
    ADD made_up_whole boolean NOT NULL DEFAULT false; -- it was brought in to its end
CREATE UNIQUE INDEX workspace_made_up ON workspace (made_up) WHERE made_up;

CREATE FUNCTION made_up_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a workspace is made up from its birth or never';
END $$;
CREATE TRIGGER made_up_stays BEFORE UPDATE ON workspace
    FOR EACH ROW WHEN (OLD.made_up <> NEW.made_up) EXECUTE FUNCTION made_up_stays();

-- What made-up people did is no record that has to stay.
CREATE OR REPLACE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM public.workspace WHERE id = OLD.workspace_id AND made_up) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the audit log is append-only';
END $$;

-- Takes the made-up workspace away with all that stands in any table, those of rooms that come later too, and the
-- log-ins that lead nowhere else; false where there is none. Tables go in the order in which nothing points at
-- what goes. The app's role may not take an audit log away, so this runs as the owner; it takes no argument, so it can
-- reach no other workspace.
CREATE FUNCTION remove_made_up() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    here    uuid;
    logins  uuid[];
    waiting oid[];
    next    oid;
BEGIN
    SELECT id INTO here FROM workspace WHERE made_up FOR UPDATE;
    IF here IS NULL THEN RETURN false; END IF;
    SELECT coalesce(array_agg(login_id), '{}') INTO logins FROM member WHERE workspace_id = here;
    SELECT array_agg(c.oid) INTO waiting FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r';
    WHILE cardinality(waiting) > 0 LOOP
        SELECT t INTO next FROM unnest(waiting) t
        WHERE NOT EXISTS (SELECT FROM pg_constraint k
                          WHERE k.contype = 'f' AND k.confrelid = t AND k.conrelid <> t AND k.conrelid = ANY (waiting))
        LIMIT 1;
        -- tables that point at each other: what is pointed at lets go of the other, or takes it along
        IF next IS NULL THEN
            SELECT t INTO next FROM unnest(waiting) t
            WHERE NOT EXISTS (SELECT FROM pg_constraint k
                              WHERE k.contype = 'f' AND k.confrelid = t AND k.conrelid <> t AND k.conrelid = ANY (waiting)
                                AND k.confdeltype IN ('a', 'r'))
            LIMIT 1;
        END IF;
        IF next IS NULL THEN RAISE EXCEPTION 'tables hold each other: %', waiting::regclass[]; END IF;
        EXECUTE format('DELETE FROM %s WHERE workspace_id = $1', next::regclass) USING here;
        waiting := array_remove(waiting, next);
        next := NULL;
    END LOOP;
    logins := ARRAY(SELECT l FROM unnest(logins) l WHERE NOT EXISTS (SELECT FROM membership m WHERE m.login_id = l));
    DELETE FROM second_factor WHERE login_id = ANY (logins);
    DELETE FROM recovery_code WHERE login_id = ANY (logins);
    DELETE FROM half_login WHERE login_id = ANY (logins);
    DELETE FROM login WHERE id = ANY (logins);
    DELETE FROM workspace WHERE id = here;
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION remove_made_up() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remove_made_up() TO rapport_app;
