-- Moments that matter to a customer, what they were asked after them, and what they answered.

CREATE TABLE survey_moment (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    id            uuid NOT NULL,
    person_id     uuid NOT NULL,
    person_origin uuid,                 -- whom it meant at first, once two records became one
    occasion      text NOT NULL CHECK (occasion IN ('bought', 'delivered', 'complaint-closed', 'first-month', 'renewal-ahead')),
    at            timestamptz NOT NULL,
    touch_id      uuid,                 -- the touch that it was
    member_id     uuid NOT NULL,
    known_at      timestamptz NOT NULL,
    taken_back_at timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, touch_id) REFERENCES touch ON DELETE SET NULL (touch_id)
);
CALL guard_workspace('survey_moment');
CREATE INDEX survey_moment_person ON survey_moment (workspace_id, person_id, at DESC);
CREATE INDEX survey_moment_known ON survey_moment (workspace_id, occasion, known_at DESC);
CREATE INDEX survey_moment_touch ON survey_moment (workspace_id, touch_id) WHERE touch_id IS NOT NULL;

CREATE TABLE survey_ask (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    id            uuid NOT NULL,
    moment_id     uuid NOT NULL,
    person_id     uuid NOT NULL,
    person_origin uuid,
    measure       text NOT NULL CHECK (measure IN ('nps', 'csat', 'ces')),
    address       text NOT NULL,        -- to which it went
    member_id     uuid NOT NULL,        -- who ordered it, and looks after the answer
    outgoing_id   uuid NOT NULL,
    secret_hash   bytea NOT NULL,       -- SHA-256 of the 256 bits in the link
    asked_at      timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    hour          timestamptz NOT NULL, -- in which the link was last opened,
    opened        int NOT NULL DEFAULT 0, -- and how often
    answered_at   timestamptz,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (secret_hash),
    FOREIGN KEY (workspace_id, moment_id) REFERENCES survey_moment ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('survey_ask');
CREATE INDEX survey_ask_person ON survey_ask (workspace_id, person_id, asked_at DESC);
CREATE UNIQUE INDEX survey_ask_moment ON survey_ask (workspace_id, moment_id);
CREATE INDEX survey_ask_at ON survey_ask (workspace_id, asked_at DESC);

CREATE TABLE survey_answer (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    id            uuid NOT NULL,
    ask_id        uuid NOT NULL,
    person_id     uuid NOT NULL,
    person_origin uuid,
    occasion      text NOT NULL,
    measure       text NOT NULL CHECK (measure IN ('nps', 'csat', 'ces')),
    rating        int NOT NULL,
    bad           boolean NOT NULL,     -- as its measure has it
    words         text NOT NULL DEFAULT '',
    touch_id      uuid,                 -- the answer among the touches
    member_id     uuid NOT NULL,        -- who looks after it
    at            timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, ask_id),
    FOREIGN KEY (workspace_id, ask_id) REFERENCES survey_ask ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member,
    FOREIGN KEY (workspace_id, touch_id) REFERENCES touch ON DELETE SET NULL (touch_id)
);
CALL guard_workspace('survey_answer');
CREATE INDEX survey_answer_person ON survey_answer (workspace_id, person_id, at DESC);
CREATE INDEX survey_answer_at ON survey_answer (workspace_id, at DESC, id DESC);
CREATE INDEX survey_answer_bad ON survey_answer (workspace_id, at DESC) WHERE bad;
CREATE INDEX survey_answer_touch ON survey_answer (workspace_id, touch_id) WHERE touch_id IS NOT NULL;

-- How long nobody is asked again.
CREATE TABLE survey_rule (
    workspace_id uuid NOT NULL REFERENCES workspace,
    quiet_days   int NOT NULL CHECK (quiet_days BETWEEN 1 AND 730),
    member_id    uuid NOT NULL,
    changed_at   timestamptz NOT NULL,
    PRIMARY KEY (workspace_id)
);
CALL guard_workspace('survey_rule');

-- By whose order everybody is asked some days after a kind of moment.
CREATE TABLE survey_order (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    occasion     text NOT NULL,
    measure      text NOT NULL CHECK (measure IN ('nps', 'csat', 'ces')),
    after_days   int NOT NULL CHECK (after_days BETWEEN 0 AND 90),
    member_id    uuid NOT NULL,
    ordered_at   timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, occasion),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('survey_order');

-- Which question a link opens: asked before a workspace is known.
CREATE FUNCTION survey_ask_of(secret bytea)
RETURNS TABLE (workspace_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT a.workspace_id, a.id FROM survey_ask a WHERE a.secret_hash = secret
$$;
REVOKE ALL ON FUNCTION survey_ask_of(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION survey_ask_of(bytea) TO rapport_app;

CREATE FUNCTION survey_order_workspaces()
RETURNS TABLE (workspace_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT o.workspace_id FROM survey_order o
$$;
REVOKE ALL ON FUNCTION survey_order_workspaces() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION survey_order_workspaces() TO rapport_app;
