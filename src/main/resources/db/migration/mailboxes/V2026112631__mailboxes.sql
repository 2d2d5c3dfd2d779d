-- Mailboxes that are read over IMAP, and which message of which folder is here.

CREATE TABLE mailbox (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    id            uuid NOT NULL,
    member_id     uuid NOT NULL,
    import_id     uuid NOT NULL,             -- under which all that it brings is recorded
    host          text NOT NULL CHECK (host <> ''),
    port          int NOT NULL CHECK (port BETWEEN 1 AND 65535),
    security      text NOT NULL CHECK (security IN ('implicit', 'starttls', 'none')),
    login         text NOT NULL CHECK (login <> ''),
    method        text NOT NULL CHECK (method IN ('password', 'xoauth2')),
    secret        bytea NOT NULL,            -- sealed by a key that is not in the database
    since         date,                      -- older messages are left alone
    every_folder  boolean NOT NULL,          -- all but trash, also folders that are made later
    state         text NOT NULL CHECK (state IN ('active', 'paused', 'stopped')),
    trouble       text,                      -- one sentence, while it cannot be read
    trouble_since timestamptz,
    created_at    timestamptz NOT NULL,
    synced_at     timestamptz,               -- up to when all of it is known to be here
    checked_at    timestamptz,               -- when every message was last compared with the server's
    asked_at      timestamptz,               -- when somebody last wanted it read at once
    owes_conclusion boolean NOT NULL DEFAULT false, -- mail was stored from which nothing was concluded yet
    held_by       uuid,                      -- the process that reads it, one at a time
    held_until    timestamptz,               -- after that the process is dead, and another takes over
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, member_id, host, login),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member,
    FOREIGN KEY (workspace_id, import_id) REFERENCES import
);
CALL guard_workspace('mailbox');

CREATE TABLE mailbox_folder (
    workspace_id uuid NOT NULL REFERENCES workspace,
    mailbox_id   uuid NOT NULL,
    number       int NOT NULL,
    name         text NOT NULL,              -- as the server calls it
    role         text NOT NULL,              -- 'inbox', 'sent', 'drafts', 'junk', 'trash', …; 'plain' = none
    chosen       boolean NOT NULL,
    there        boolean NOT NULL DEFAULT true, -- false: the server has it no more
    uid_validity bigint,                     -- RFC 3501: numbers of messages hold while this stays
    last_uid     bigint NOT NULL DEFAULT 0,  -- all up to here were read; 0 = the first reading is not at its end
    uid_next     bigint NOT NULL DEFAULT 0,  -- these three as the server last said them: while they stay, nothing happened
    messages     bigint NOT NULL DEFAULT 0,
    mod_seq      bigint NOT NULL DEFAULT 0,
    wanted       bigint NOT NULL DEFAULT 0,  -- messages on the server that are young enough
    compared_at  timestamptz,                -- when all numbers were last compared
    gap          int NOT NULL DEFAULT 0,     -- messages that were found missing by the last comparison that found any
    mended       int NOT NULL DEFAULT 0,     -- how many of them are here again
    gap_at       timestamptz,
    PRIMARY KEY (workspace_id, mailbox_id, number),
    UNIQUE (workspace_id, mailbox_id, name),
    FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailbox ON DELETE CASCADE
);
CALL guard_workspace('mailbox_folder');

-- What became of each message. A touch that goes takes its row along: the next comparison finds it missing.
CREATE TABLE mailbox_message (
    workspace_id uuid NOT NULL REFERENCES workspace,
    mailbox_id   uuid NOT NULL,
    folder       int NOT NULL,
    uid          bigint NOT NULL,
    touch_id     uuid,                       -- null: it was set aside, or whose it was is erased
    set_aside    boolean NOT NULL,
    gone         boolean NOT NULL DEFAULT false, -- the server has it no more; its touch stays
    PRIMARY KEY (workspace_id, mailbox_id, folder, uid),
    FOREIGN KEY (workspace_id, mailbox_id, folder) REFERENCES mailbox_folder ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, touch_id) REFERENCES touch ON DELETE CASCADE
);
CALL guard_workspace('mailbox_message');
CREATE INDEX mailbox_message_touch ON mailbox_message (workspace_id, touch_id);

-- Which mailboxes are to be kept up with: ids and times only, asked by each process, which is in no workspace.
CREATE FUNCTION mailboxes_to_keep()
RETURNS TABLE (workspace_id uuid, id uuid, asked_at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT b.workspace_id, b.id, b.asked_at FROM mailbox b
    JOIN member m ON m.workspace_id = b.workspace_id AND m.id = b.member_id
    WHERE b.state = 'active' AND m.left_at IS NULL
$$;
REVOKE ALL ON FUNCTION mailboxes_to_keep() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mailboxes_to_keep() TO rapport_app;
