-- A talk with somebody: what is planned for it, what is noted during it, what came out of it.

CREATE TABLE talk_plan (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    id             uuid NOT NULL,
    person_id      uuid NOT NULL,
    person_origin  uuid,                 -- whom it meant at first, once two records became one
    member_id      uuid NOT NULL,        -- who of us talks
    kind           text NOT NULL,        -- key of a template, also of one that is gone
    channel        text NOT NULL CHECK (channel IN ('call', 'meeting')),
    meeting_id     uuid,                 -- of the member's calendar, where it came from there
    starts_at      timestamptz,
    minutes        int CHECK (minutes BETWEEN 1 AND 1440),
    aim            text NOT NULL,        -- "when this call ends, …"
    questions      text NOT NULL,        -- to ask, a line each
    bring          text NOT NULL,        -- a line each
    told           text NOT NULL,        -- not to say again
    others         text NOT NULL,        -- who else will be there, in words
    draft_id       uuid,                 -- the mail by which it goes ahead
    notes          text NOT NULL DEFAULT '',
    notes_revision int NOT NULL DEFAULT 0,
    notes_begun_at timestamptz,          -- the days that notes name are meant as of then
    notes_saved_at timestamptz,
    created_at     timestamptz NOT NULL,
    changed_at     timestamptz NOT NULL,
    deleted_at     timestamptz,
    deleted_by     uuid,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('talk_plan');
CREATE INDEX talk_plan_person ON talk_plan (workspace_id, person_id, id DESC);
CREATE INDEX talk_plan_member ON talk_plan (workspace_id, member_id, id DESC);
CREATE INDEX talk_plan_deleted ON talk_plan (workspace_id, deleted_at DESC) WHERE deleted_at IS NOT NULL;

-- Others of theirs whom we know and who take part.
CREATE TABLE talk_guest (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    plan_id       uuid NOT NULL,
    person_id     uuid NOT NULL,
    person_origin uuid,
    PRIMARY KEY (workspace_id, plan_id, person_id),
    FOREIGN KEY (workspace_id, plan_id) REFERENCES talk_plan ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE
);
CALL guard_workspace('talk_guest');
CREATE INDEX talk_guest_person ON talk_guest (workspace_id, person_id);

-- What was found in notes and somebody decided about.
CREATE TABLE talk_finding (
    workspace_id uuid NOT NULL REFERENCES workspace,
    plan_id      uuid NOT NULL,
    place        text NOT NULL,          -- kind and words in short: the same words are asked about once
    kind         text NOT NULL,
    words        text NOT NULL,
    due_on       date,
    due_time     time,
    promise_id   uuid,                   -- what it became
    declined     boolean NOT NULL,
    member_id    uuid NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, plan_id, place),
    FOREIGN KEY (workspace_id, plan_id) REFERENCES talk_plan ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, promise_id) REFERENCES promise ON DELETE SET NULL (promise_id)
);
CALL guard_workspace('talk_finding');
CREATE INDEX talk_finding_promise ON talk_finding (workspace_id, promise_id) WHERE promise_id IS NOT NULL;

-- What came out of it, against what was planned.
CREATE TABLE talk_log (
    workspace_id    uuid NOT NULL REFERENCES workspace,
    plan_id         uuid NOT NULL,
    touch_id        uuid,
    member_id       uuid NOT NULL,
    logged_at       timestamptz NOT NULL,
    aim             text NOT NULL CHECK (aim IN ('yes', 'partly', 'no', 'not_said')),
    mood            text NOT NULL CHECK (mood IN ('unhappy', 'satisfied', 'delighted', 'not_said')),
    moved           text NOT NULL,
    motivators      text NOT NULL,
    budget          text NOT NULL,
    how_decided     text NOT NULL,
    who_decides     text NOT NULL,
    who_influences  text NOT NULL,
    uses_now        text NOT NULL,
    missed          text NOT NULL,       -- obstacles and chances seen when reading the notes again
    next_step       text NOT NULL,
    next_promise_id uuid,                -- the task or promise that it is
    next_made_here  boolean NOT NULL,    -- and whether it goes when the log is taken back
    none_because    text NOT NULL,
    sent_ahead      boolean NOT NULL,    -- whether they had the plan before
    next_at         timestamptz,         -- since when there is a next step, or a reason for none
    PRIMARY KEY (workspace_id, plan_id),
    FOREIGN KEY (workspace_id, plan_id) REFERENCES talk_plan ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, touch_id) REFERENCES touch ON DELETE SET NULL (touch_id),
    FOREIGN KEY (workspace_id, next_promise_id) REFERENCES promise ON DELETE SET NULL (next_promise_id)
);
CALL guard_workspace('talk_log');
CREATE INDEX talk_log_touch ON talk_log (workspace_id, touch_id) WHERE touch_id IS NOT NULL;
CREATE INDEX talk_log_promise ON talk_log (workspace_id, next_promise_id) WHERE next_promise_id IS NOT NULL;
CREATE INDEX talk_log_member ON talk_log (workspace_id, member_id, logged_at DESC);

-- What this workspace made of the templates that are shipped, and its own.
CREATE TABLE talk_template (
    workspace_id uuid NOT NULL REFERENCES workspace,
    key          text NOT NULL,
    name         text NOT NULL,
    channel      text NOT NULL CHECK (channel IN ('call', 'meeting')),
    minutes      int NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    aim          text NOT NULL,
    questions    text NOT NULL,
    bring        text NOT NULL,
    changed_by   uuid NOT NULL,
    changed_at   timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, key)
);
CALL guard_workspace('talk_template');
