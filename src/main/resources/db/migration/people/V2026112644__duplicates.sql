-- Derived: pairs of people who may be one, as the last search over the whole workspace found them.
CREATE TABLE duplicate_pair (
    workspace_id uuid NOT NULL REFERENCES workspace,
    low_id       uuid NOT NULL,
    high_id      uuid NOT NULL,
    probability  real NOT NULL,
    speaks_for   text[] NOT NULL DEFAULT '{}', -- what agrees, the strongest first; no values
    speaks_against text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (workspace_id, low_id, high_id),
    FOREIGN KEY (workspace_id, low_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, high_id) REFERENCES contact ON DELETE CASCADE,
    CHECK (low_id < high_id)
);
CALL guard_workspace('duplicate_pair');
CREATE INDEX duplicate_pair_likely ON duplicate_pair (workspace_id, probability DESC, low_id, high_id);

-- Pairs of which somebody said that they are two: never offered again.
CREATE TABLE different_people (
    workspace_id uuid NOT NULL REFERENCES workspace,
    low_id       uuid NOT NULL,
    high_id      uuid NOT NULL,
    member_id    uuid NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, low_id, high_id),
    FOREIGN KEY (workspace_id, low_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, high_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member,
    CHECK (low_id < high_id)
);
CALL guard_workspace('different_people');

-- When each workspace was last searched, and what there was then.
CREATE TABLE duplicate_search (
    workspace_id uuid PRIMARY KEY REFERENCES workspace,
    people       bigint NOT NULL,
    newest       timestamptz NOT NULL -- the last change that was seen
);
CALL guard_workspace('duplicate_search');

-- Which workspaces have people that were not compared yet: ids only, asked by the job that is in none of them.
CREATE FUNCTION workspaces_with_new_people()
RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT now.workspace_id
    FROM (SELECT workspace_id, count(*) AS people, max(updated_at) AS newest FROM contact
          WHERE deleted_at IS NULL GROUP BY workspace_id) now
    LEFT JOIN duplicate_search s ON s.workspace_id = now.workspace_id
    WHERE (s.people, s.newest) IS DISTINCT FROM (now.people, now.newest)
$$;
REVOKE ALL ON FUNCTION workspaces_with_new_people() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION workspaces_with_new_people() TO rapport_app;
