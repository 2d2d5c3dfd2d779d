-- What a member is called, for the statements of other rooms, which read no table of this one. plpgsql, because it
-- keeps its plan; row-level security holds for who calls it.
CREATE FUNCTION member_name(workspace uuid, member uuid) RETURNS text
LANGUAGE plpgsql STABLE STRICT SET search_path = public, pg_temp AS $$
BEGIN
    RETURN (SELECT m.name FROM member m WHERE m.workspace_id = $1 AND m.id = $2);
END $$;
REVOKE ALL ON FUNCTION member_name(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION member_name(uuid, uuid) TO rapport_app;
