-- Work that comes again: db-scheduler's own table. One row a job, locked by the process that runs it, so that
-- several processes on one database do each job once. Holds names and times, nothing of a workspace.
CREATE TABLE scheduled_tasks (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CALL open_table('scheduled_tasks');
CREATE INDEX ON scheduled_tasks (execution_time);
CREATE INDEX ON scheduled_tasks (last_heartbeat);

-- Backups that were tried, so that the app can say when the last good one was made.
CREATE TABLE backup_run (
    id      uuid PRIMARY KEY,
    at      timestamptz NOT NULL,
    file    text NOT NULL,
    bytes   bigint,        -- null: it failed
    failure text
);
CALL open_table('backup_run');
