-- As for people: pairs of companies that may be one, and of which somebody said that they are two.
CREATE TABLE duplicate_account (
    workspace_id uuid NOT NULL REFERENCES workspace,
    low_id       uuid NOT NULL,
    high_id      uuid NOT NULL,
    probability  real NOT NULL,
    speaks_for   text[] NOT NULL DEFAULT '{}', -- what agrees, the strongest first; no values
    speaks_against text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (workspace_id, low_id, high_id),
    FOREIGN KEY (workspace_id, low_id) REFERENCES account ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, high_id) REFERENCES account ON DELETE CASCADE,
    CHECK (low_id < high_id)
);
CALL guard_workspace('duplicate_account');
CREATE INDEX duplicate_account_likely ON duplicate_account (workspace_id, probability DESC, low_id, high_id);

CREATE TABLE different_accounts (
    workspace_id uuid NOT NULL REFERENCES workspace,
    low_id       uuid NOT NULL,
    high_id      uuid NOT NULL,
    member_id    uuid NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, low_id, high_id),
    FOREIGN KEY (workspace_id, low_id) REFERENCES account ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, high_id) REFERENCES account ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member,
    CHECK (low_id < high_id)
);
CALL guard_workspace('different_accounts');

ALTER TABLE duplicate_search
    ADD COLUMN companies bigint NOT NULL DEFAULT 0,
    ADD COLUMN newest_company timestamptz NOT NULL DEFAULT '-infinity';

-- Which workspaces have people or companies that were not compared yet; as before, many are compared once an hour.
CREATE OR REPLACE FUNCTION workspaces_with_new_people()
RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT workspace_id
    FROM (SELECT workspace_id, count(*) AS people, max(updated_at) AS newest FROM contact
          WHERE deleted_at IS NULL GROUP BY workspace_id) c
    FULL JOIN (SELECT workspace_id, count(*) AS companies, max(updated_at) AS newest FROM account
               WHERE deleted_at IS NULL GROUP BY workspace_id) a USING (workspace_id)
    LEFT JOIN duplicate_search s USING (workspace_id)
    WHERE (s.people, s.newest, s.companies, s.newest_company) IS DISTINCT FROM
          (coalesce(c.people, 0), coalesce(c.newest, '-infinity'), coalesce(a.companies, 0), coalesce(a.newest, '-infinity'))
      AND (coalesce(c.people, 0) + coalesce(a.companies, 0) < 20000 OR s.searched_at IS NULL OR s.searched_at < now() - interval '1 hour')
$$;
