-- Comparing a hundred thousand people takes half a minute of both processors: such a workspace is searched once an hour.
ALTER TABLE duplicate_search ADD COLUMN searched_at timestamptz NOT NULL DEFAULT '-infinity';

CREATE OR REPLACE FUNCTION workspaces_with_new_people()
RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT present.workspace_id
    FROM (SELECT workspace_id, count(*) AS people, max(updated_at) AS newest FROM contact
          WHERE deleted_at IS NULL GROUP BY workspace_id) present
    LEFT JOIN duplicate_search s ON s.workspace_id = present.workspace_id
    WHERE (s.people, s.newest) IS DISTINCT FROM (present.people, present.newest)
      AND (present.people < 20000 OR s.searched_at IS NULL OR s.searched_at < now() - interval '1 hour')
$$;
