-- Imports: what came in, what became of each item, and the way back.

CREATE TABLE import (
    workspace_id     uuid NOT NULL REFERENCES workspace,
    id               uuid NOT NULL,
    member_id        uuid NOT NULL,
    title            text NOT NULL,  -- the name of the file or folder
    state            text NOT NULL CHECK (state IN ('waiting', 'mapping', 'running', 'paused', 'done', 'failed', 'cancelled', 'undone')),
    options          jsonb NOT NULL DEFAULT '{}',
    bytes_total      bigint NOT NULL DEFAULT 0,
    bytes_done       bigint NOT NULL DEFAULT 0,
    read             bigint NOT NULL DEFAULT 0,
    stored           bigint NOT NULL DEFAULT 0,
    already_known    bigint NOT NULL DEFAULT 0,
    set_aside        bigint NOT NULL DEFAULT 0,
    contacts_created bigint NOT NULL DEFAULT 0,
    contacts_updated bigint NOT NULL DEFAULT 0,
    accounts_created bigint NOT NULL DEFAULT 0,
    accounts_updated bigint NOT NULL DEFAULT 0,
    skipped_files    text[] NOT NULL DEFAULT '{}',
    failure          text,           -- one sentence, when it failed
    created_at       timestamptz NOT NULL,
    finished_at      timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member,
    CHECK (read = stored + already_known + set_aside)
);
CALL guard_workspace('import');
CREATE INDEX ON import (workspace_id, created_at DESC, id DESC);

-- The files of an import and how far each was read: a restart goes on there.
CREATE TABLE import_file (
    workspace_id uuid NOT NULL REFERENCES workspace,
    import_id    uuid NOT NULL,
    ordinal      int NOT NULL,
    source       text NOT NULL, -- the name that the user knows
    path         text NOT NULL, -- where it lies on this server
    size         bigint NOT NULL,
    read_to      bigint NOT NULL DEFAULT 0,
    finished     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (workspace_id, import_id, ordinal),
    FOREIGN KEY (workspace_id, import_id) REFERENCES import ON DELETE CASCADE
);
CALL guard_workspace('import_file');

-- What became of each item, at its place in its file.
CREATE TABLE import_item (
    workspace_id uuid NOT NULL REFERENCES workspace,
    import_id    uuid NOT NULL,
    item         bigint NOT NULL,  -- 0, 1, … in the order of reading
    source       text NOT NULL,    -- file, as the user knows it
    position     text NOT NULL,    -- 'byte 1234', 'row 17', 'card 3'
    outcome      text NOT NULL CHECK (outcome IN ('stored', 'known', 'aside')),
    reason       text,             -- why it was set aside
    raw_digest   bytea,            -- what was set aside, in blob
    subject      uuid,             -- touch, contact or account that it became or was
    PRIMARY KEY (workspace_id, import_id, item),
    FOREIGN KEY (workspace_id, import_id) REFERENCES import ON DELETE CASCADE
);
CALL guard_workspace('import_item');
CREATE INDEX import_item_aside ON import_item (workspace_id, import_id, item) WHERE outcome = 'aside';

-- Which import brought which touch into whose archive; undo takes these rows and what only they hold.
CREATE TABLE import_touch (
    workspace_id uuid NOT NULL REFERENCES workspace,
    import_id    uuid NOT NULL,
    touch_id     uuid NOT NULL,
    member_id    uuid NOT NULL,
    PRIMARY KEY (workspace_id, import_id, touch_id),
    FOREIGN KEY (workspace_id, import_id) REFERENCES import,
    FOREIGN KEY (workspace_id, touch_id) REFERENCES touch ON DELETE CASCADE
);
CALL guard_workspace('import_touch');
CREATE INDEX ON import_touch (workspace_id, touch_id, member_id);

-- Records of an export that wait for their room: deals, notes, tasks, coming events.
CREATE TABLE kept_record (
    workspace_id uuid NOT NULL REFERENCES workspace,
    import_id    uuid NOT NULL,
    item         bigint NOT NULL,
    kind         text NOT NULL, -- 'deal', 'note', 'task', 'event', …
    record       jsonb NOT NULL,
    digest       bytea NOT NULL, -- of kind and record: the same again is already known
    PRIMARY KEY (workspace_id, import_id, item),
    FOREIGN KEY (workspace_id, import_id) REFERENCES import
);
CALL guard_workspace('kept_record');
CREATE UNIQUE INDEX ON kept_record (workspace_id, digest);
