-- Who said to whom that they would do something, and what became of it.

CREATE TABLE promise (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    id            uuid NOT NULL,
    side          text NOT NULL CHECK (side IN ('ours', 'theirs', 'task')),
    person_id     uuid,                  -- to whom, or who promised; a task may concern nobody
    person_origin uuid,                  -- whom it meant at first, once two records became one
    member_id     uuid NOT NULL,         -- who of us keeps it, or waits for it
    what          text NOT NULL,
    weight        int NOT NULL CHECK (weight BETWEEN 1 AND 3),
    every         text CHECK (every IN ('day', 'week', 'month')),
    touch_id      uuid,                  -- where it was made, and the words there
    passage_start int NOT NULL DEFAULT 0,
    passage_end   int NOT NULL DEFAULT 0,
    from_words    boolean NOT NULL DEFAULT false, -- taken out of a touch: seen by whoever sees its text
    made_by       uuid NOT NULL,
    made_at       timestamptz NOT NULL,
    -- derived from the steps, in the transaction of each
    state         text NOT NULL,
    due_on        date,
    due_time      time,
    settled_at    timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member,
    FOREIGN KEY (workspace_id, made_by) REFERENCES member,
    FOREIGN KEY (workspace_id, touch_id) REFERENCES touch ON DELETE SET NULL (touch_id),
    CHECK (side = 'task' OR person_id IS NOT NULL)
);
CALL guard_workspace('promise');
CREATE INDEX promise_person ON promise (workspace_id, person_id, made_at DESC);
CREATE INDEX promise_member_open ON promise (workspace_id, member_id, due_on) WHERE settled_at IS NULL;
CREATE INDEX promise_member_settled ON promise (workspace_id, member_id, settled_at DESC);
CREATE INDEX promise_touch ON promise (workspace_id, touch_id) WHERE touch_id IS NOT NULL;

-- What happened to a promise; nothing here is ever changed, a step is taken back by another.
CREATE TABLE promise_step (
    workspace_id uuid NOT NULL REFERENCES workspace,
    promise_id   uuid NOT NULL,
    id           uuid NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('made', 'kept', 'renegotiated', 'broken', 'withdrawn', 'waiting', 'resumed', 'undone')),
    at           timestamptz NOT NULL,
    member_id    uuid NOT NULL,
    due_on       date,
    due_time     time,
    touch_id     uuid,                   -- what shows it
    undoes       uuid,
    PRIMARY KEY (workspace_id, promise_id, id),
    FOREIGN KEY (workspace_id, promise_id) REFERENCES promise ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, touch_id) REFERENCES touch ON DELETE SET NULL (touch_id)
);
CALL guard_workspace('promise_step');
CREATE INDEX promise_step_touch ON promise_step (workspace_id, touch_id) WHERE touch_id IS NOT NULL;

-- What else somebody did that trust rests on.
CREATE TABLE trust_deed (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    id            uuid NOT NULL,
    person_id     uuid NOT NULL,
    person_origin uuid,
    side          text NOT NULL CHECK (side IN ('ours', 'theirs')),
    good          boolean NOT NULL,
    weight        int NOT NULL CHECK (weight BETWEEN 1 AND 3),
    words         text NOT NULL,
    at            timestamptz NOT NULL,
    member_id     uuid NOT NULL,
    taken_back_at timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE
);
CALL guard_workspace('trust_deed');
CREATE INDEX trust_deed_person ON trust_deed (workspace_id, person_id, at DESC);

-- Words of a touch that somebody said are no promise.
CREATE TABLE no_promise (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    touch_id      uuid NOT NULL,
    passage_start int NOT NULL,
    member_id     uuid NOT NULL,
    at            timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, touch_id, passage_start),
    FOREIGN KEY (workspace_id, touch_id) REFERENCES touch ON DELETE CASCADE
);
CALL guard_workspace('no_promise');
