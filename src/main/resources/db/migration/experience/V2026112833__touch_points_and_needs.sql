-- Every point where customers meet us, walked and judged once a quarter.

CREATE TABLE touch_point (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    name         text NOT NULL,
    occasion     text CHECK (occasion IN ('bought', 'delivered', 'complaint-closed', 'first-month', 'renewal-ahead')),
                                        -- answers after this moment speak of it
    member_id    uuid NOT NULL,
    created_at   timestamptz NOT NULL,
    retired_at   timestamptz,
    PRIMARY KEY (workspace_id, id)
);
CALL guard_workspace('touch_point');

CREATE TABLE touch_point_walk (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    point_id     uuid NOT NULL,
    judgement    int NOT NULL CHECK (judgement BETWEEN 1 AND 5),
    words        text NOT NULL,         -- what who walked it met
    member_id    uuid NOT NULL,
    at           timestamptz NOT NULL,
    taken_back_at timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, point_id) REFERENCES touch_point ON DELETE CASCADE
);
CALL guard_workspace('touch_point_walk');
CREATE INDEX touch_point_walk_point ON touch_point_walk (workspace_id, point_id, at DESC);

-- At which point somebody was left so.
ALTER TABLE experience_mark ADD COLUMN point_id uuid;
ALTER TABLE experience_mark ADD FOREIGN KEY (workspace_id, point_id) REFERENCES touch_point ON DELETE SET NULL (point_id);
CREATE INDEX experience_mark_point ON experience_mark (workspace_id, point_id, at DESC) WHERE point_id IS NOT NULL;

-- What a company needs: said by them, foreseen by us, or not yet voiced.
CREATE TABLE account_need (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    id             uuid NOT NULL,
    account_id     uuid NOT NULL,
    account_origin uuid,
    kind           text NOT NULL CHECK (kind IN ('known', 'anticipated', 'unvoiced')),
    words          text NOT NULL,
    heard_in       text NOT NULL DEFAULT '', -- where, in words
    member_id      uuid NOT NULL,
    at             timestamptz NOT NULL,
    met_at         timestamptz,
    taken_back_at  timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, account_id) REFERENCES account ON DELETE CASCADE
);
CALL guard_workspace('account_need');
CREATE INDEX account_need_account ON account_need (workspace_id, account_id, at DESC);
