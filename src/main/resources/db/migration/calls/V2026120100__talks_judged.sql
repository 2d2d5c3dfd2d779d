-- How a talk was judged each time: a past moment knows what was said of it by then, and no more.

CREATE TABLE talk_judged (
    workspace_id uuid NOT NULL REFERENCES workspace,
    plan_id      uuid NOT NULL,
    at           timestamptz NOT NULL,
    mood         text NOT NULL CHECK (mood IN ('unhappy', 'satisfied', 'delighted', 'not_said')),
    leads_on     boolean NOT NULL,       -- whether there was a next step, or a reason for none
    PRIMARY KEY (workspace_id, plan_id, at),
    FOREIGN KEY (workspace_id, plan_id) REFERENCES talk_log ON DELETE CASCADE
);
CALL guard_workspace('talk_judged');

INSERT INTO talk_judged (workspace_id, plan_id, at, mood, leads_on)
SELECT workspace_id, plan_id, logged_at, mood, coalesce(next_at <= logged_at, false) FROM talk_log;

INSERT INTO talk_judged (workspace_id, plan_id, at, mood, leads_on)
SELECT workspace_id, plan_id, next_at, mood, true FROM talk_log WHERE next_at > logged_at;

ALTER TABLE talk_log DROP COLUMN next_at;
