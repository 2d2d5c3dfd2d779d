-- Derived: what passed between each member and each person, summed up, so that Today need not read years of mail.
-- A row is true of every moment from which all of it was known until something further is.
CREATE TABLE acquaintance (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    person_id    uuid NOT NULL,
    exchanges    int NOT NULL,
    from_them    int NOT NULL,
    days         int NOT NULL,              -- on how many days
    events       float8 NOT NULL,           -- the habit, see customerbase.Rhythm
    watched      float8 NOT NULL,
    gaps         int NOT NULL,
    span         float8 NOT NULL,
    last_at      timestamptz NOT NULL,
    last_touch   uuid NOT NULL,
    last_ours    boolean NOT NULL,
    true_from    timestamptz NOT NULL,
    true_until   timestamptz NOT NULL,      -- when what is dated later counts too; far off = nothing is
    PRIMARY KEY (workspace_id, member_id, person_id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('acquaintance');
CREATE INDEX ON acquaintance (workspace_id, person_id);

-- Whose rows are complete, and which addresses were the member's own when they were summed up.
CREATE TABLE acquaintance_basis (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    addresses    text NOT NULL,
    PRIMARY KEY (workspace_id, member_id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('acquaintance_basis');
