-- Which people and companies a member sees: all, those of their teams, or their own.
ALTER TABLE member ADD COLUMN sees text NOT NULL DEFAULT 'all' CHECK (sees IN ('own', 'team', 'all'));

CREATE TABLE team (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    name         text NOT NULL CHECK (name <> ''),
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CALL guard_workspace('team');
CREATE UNIQUE INDEX team_name ON team (workspace_id, lower(name));

CREATE TABLE team_member (
    workspace_id uuid NOT NULL REFERENCES workspace,
    team_id      uuid NOT NULL,
    member_id    uuid NOT NULL,
    PRIMARY KEY (workspace_id, team_id, member_id),
    FOREIGN KEY (workspace_id, team_id) REFERENCES team ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('team_member');
CREATE INDEX ON team_member (workspace_id, member_id);

-- Whose records a member sees: null = all. Asked with the secret that a request carries, before a workspace is known,
-- so it runs as the owner; it tells ids of members and nothing else. plpgsql, because it keeps its plan.
CREATE FUNCTION seen_owners(workspace uuid, member uuid) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN (SELECT CASE m.sees
                WHEN 'own' THEN ARRAY[m.id]
                WHEN 'team' THEN ARRAY(SELECT m.id
                                       UNION
                                       SELECT mate.member_id FROM team_member mine
                                       JOIN team_member mate ON mate.workspace_id = mine.workspace_id AND mate.team_id = mine.team_id
                                       WHERE mine.workspace_id = m.workspace_id AND mine.member_id = m.id) END
            FROM member m WHERE m.workspace_id = $1 AND m.id = $2);
END $$;
REVOKE ALL ON FUNCTION seen_owners(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seen_owners(uuid, uuid) TO rapport_app;
