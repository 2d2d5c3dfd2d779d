-- Tasks that come again, that remind, and that colleagues give to each other.

ALTER TABLE promise DROP CONSTRAINT promise_every_check;
ALTER TABLE promise ADD CONSTRAINT promise_every_check CHECK (every IN ('working_day', 'week', 'month', 'year'));
ALTER TABLE promise
    ADD COLUMN every_from     date,        -- the first day of the series: the 31st stays the 31st after February
    ADD COLUMN follows        uuid,        -- the task of the series that this one came after
    ADD COLUMN remind_at      timestamptz,
    ADD COLUMN remind_by_mail boolean NOT NULL DEFAULT false, -- ordered by who keeps it
    ADD COLUMN reminded_at    timestamptz, -- when that mail was given to the outbox
    ADD CHECK (every IS NULL OR every_from IS NOT NULL);
-- However often one is settled and opened again, one follows it.
CREATE UNIQUE INDEX promise_follows ON promise (workspace_id, follows) WHERE follows IS NOT NULL;
CREATE INDEX promise_task_open ON promise (workspace_id, member_id, (coalesce(due_on, 'infinity'::date)), id)
    INCLUDE (state) WHERE side = 'task' AND settled_at IS NULL;
CREATE INDEX promise_task_given ON promise (workspace_id, made_by, (coalesce(due_on, 'infinity'::date)), id)
    WHERE side = 'task' AND settled_at IS NULL AND made_by <> member_id;
CREATE INDEX promise_task_got ON promise (workspace_id, member_id, id)
    WHERE side = 'task' AND settled_at IS NULL AND made_by <> member_id;
CREATE INDEX promise_remind ON promise (workspace_id, member_id, remind_at)
    WHERE side = 'task' AND settled_at IS NULL AND remind_at IS NOT NULL;
CREATE INDEX promise_remind_mail ON promise (remind_at)
    WHERE settled_at IS NULL AND remind_by_mail AND reminded_at IS NULL AND remind_at IS NOT NULL;

-- A task given to a colleague, or handed back, is a step like others.
ALTER TABLE promise_step DROP CONSTRAINT promise_step_kind_check;
ALTER TABLE promise_step ADD CONSTRAINT promise_step_kind_check
    CHECK (kind IN ('made', 'kept', 'renegotiated', 'broken', 'withdrawn', 'waiting', 'resumed', 'given', 'undone'));
ALTER TABLE promise_step ADD COLUMN to_member_id uuid; -- who keeps it from then on

-- Which workspaces have a reminder to send by then: ids only, asked by the job that is in none of them.
CREATE FUNCTION workspaces_with_reminders(by timestamptz)
RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT workspace_id FROM promise
    WHERE settled_at IS NULL AND remind_by_mail AND reminded_at IS NULL AND remind_at IS NOT NULL AND remind_at <= by
$$;
REVOKE ALL ON FUNCTION workspaces_with_reminders(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION workspaces_with_reminders(timestamptz) TO rapport_app;
