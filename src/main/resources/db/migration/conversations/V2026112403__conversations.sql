-- What passed between us and people. A touch is stored once and never rewritten.

-- Raw mails (gzip) and attachments, once by content; bytea ends at 1 GB, so in chunks.
CREATE TABLE blob (
    workspace_id uuid NOT NULL REFERENCES workspace,
    digest       bytea NOT NULL, -- SHA-256 of the content before compression
    chunk        int NOT NULL,   -- 0, 1, …
    encoding     text NOT NULL DEFAULT 'gzip' CHECK (encoding IN ('gzip', 'identity')),
    bytes        bytea NOT NULL,
    PRIMARY KEY (workspace_id, digest, chunk)
);
ALTER TABLE blob ALTER COLUMN bytes SET STORAGE EXTERNAL; -- compressed already
CALL guard_workspace('blob');

CREATE TABLE thread (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    subject_key  text NOT NULL DEFAULT '', -- lower case, without Re:, Fwd: and their kin
    PRIMARY KEY (workspace_id, id)
);
CALL guard_workspace('thread');

CREATE TABLE touch (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    id            uuid NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('mail', 'call', 'meeting', 'letter', 'note')),
    at            timestamptz,          -- when it happened; null = not known
    known_at      timestamptz NOT NULL, -- from when Today may use it: a mail's date, else when it was typed or came in
    minutes       int,                  -- how long a call or meeting took
    direction     text CHECK (direction IN ('in', 'out')), -- of typed touches; a mail's follows from who sent it
    thread_id     uuid NOT NULL,
    subject       text NOT NULL DEFAULT '',
    subject_key   text NOT NULL DEFAULT '',
    words         text NOT NULL DEFAULT '',  -- what is new in it: no quotes; with signature and forwarded part
    reply_text    text NOT NULL DEFAULT '',  -- the writer's own new words only
    signature     text NOT NULL DEFAULT '',
    is_touch      boolean NOT NULL DEFAULT true, -- drafts and spam are kept but are no touches
    -- mail only
    mail_kind     text CHECK (mail_kind IN ('person', 'list', 'bulk', 'calendar', 'auto-reply', 'bounce')),
    from_key      text NOT NULL DEFAULT '',  -- sender's address, lower case, as it stands
    substance     bytea,                     -- digest of sender, time, subject and words: one mail under several ids
    asks          real,                      -- 0 to 1
    wants_answer  real,                      -- 0 to 1
    passage_start int NOT NULL DEFAULT 0,    -- the asking sentence within reply_text
    passage_end   int NOT NULL DEFAULT 0,
    raw_digest    bytea,
    raw_size      int,
    html          boolean NOT NULL DEFAULT false,
    labels        text[] NOT NULL DEFAULT '{}',
    -- typed only
    typed_by      uuid,
    corrects      uuid, -- the touch that this one corrects; the corrected one stays
    created_at    timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, thread_id) REFERENCES thread,
    FOREIGN KEY (workspace_id, typed_by) REFERENCES member
);
CALL guard_workspace('touch');
CREATE UNIQUE INDEX touch_substance ON touch (workspace_id, substance) WHERE substance IS NOT NULL;
CREATE INDEX touch_thread ON touch (workspace_id, thread_id, at);
CREATE INDEX touch_subject ON touch (workspace_id, subject_key, at) WHERE kind = 'mail' AND subject_key <> '';
CREATE INDEX touch_at ON touch (workspace_id, at DESC, id DESC);

-- Everybody on a touch: from, to, cc, bcc of a mail; people of a call or meeting.
CREATE TABLE touch_party (
    workspace_id uuid NOT NULL REFERENCES workspace,
    touch_id     uuid NOT NULL,
    position     smallint NOT NULL,
    role         text NOT NULL CHECK (role IN ('from', 'to', 'cc', 'bcc', 'with')),
    address_key  text NOT NULL DEFAULT '', -- lower case, as it stands; '' for typed touches
    address      text NOT NULL DEFAULT '',
    name         text NOT NULL DEFAULT '',
    person_id    uuid,         -- the contact, once somebody ties the address to one
    at           timestamptz,  -- the touch's, so that a person's story is one index scan
    PRIMARY KEY (workspace_id, touch_id, position),
    FOREIGN KEY (workspace_id, touch_id) REFERENCES touch ON DELETE CASCADE
);
CALL guard_workspace('touch_party');
CREATE INDEX touch_party_person ON touch_party (workspace_id, person_id, at DESC, touch_id DESC) WHERE person_id IS NOT NULL;
CREATE INDEX touch_party_address ON touch_party (workspace_id, address_key, at DESC);

-- In whose archive a touch lies: they may read its words.
CREATE TABLE touch_owner (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    touch_id     uuid NOT NULL,
    at           timestamptz,
    PRIMARY KEY (workspace_id, member_id, touch_id),
    FOREIGN KEY (workspace_id, touch_id) REFERENCES touch ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('touch_owner');
CREATE INDEX touch_owner_at ON touch_owner (workspace_id, member_id, at DESC, touch_id DESC);
CREATE INDEX touch_owner_touch ON touch_owner (workspace_id, touch_id);

-- Every Message-ID under which a mail was seen; one id on different texts is two mails.
CREATE TABLE message_id (
    workspace_id uuid NOT NULL REFERENCES workspace,
    message_id   text NOT NULL,
    touch_id     uuid NOT NULL,
    PRIMARY KEY (workspace_id, message_id, touch_id),
    FOREIGN KEY (workspace_id, touch_id) REFERENCES touch ON DELETE CASCADE
);
CALL guard_workspace('message_id');
CREATE INDEX message_id_touch ON message_id (workspace_id, touch_id);

-- Ids named by References and In-Reply-To, so that a parent that comes later still finds its thread.
CREATE TABLE thread_reference (
    workspace_id uuid NOT NULL REFERENCES workspace,
    message_id   text NOT NULL,
    thread_id    uuid NOT NULL,
    PRIMARY KEY (workspace_id, message_id),
    FOREIGN KEY (workspace_id, thread_id) REFERENCES thread ON DELETE CASCADE
);
CALL guard_workspace('thread_reference');

CREATE TABLE attachment (
    workspace_id uuid NOT NULL REFERENCES workspace,
    touch_id     uuid NOT NULL,
    position     smallint NOT NULL,
    name         text NOT NULL DEFAULT '',
    media_type   text NOT NULL,
    size         bigint NOT NULL,
    digest       bytea NOT NULL,
    PRIMARY KEY (workspace_id, touch_id, position),
    FOREIGN KEY (workspace_id, touch_id) REFERENCES touch ON DELETE CASCADE
);
CALL guard_workspace('attachment');
CREATE INDEX attachment_digest ON attachment (workspace_id, digest);

-- Recipients whose address failed, as delivery reports say.
CREATE TABLE bounce (
    workspace_id uuid NOT NULL REFERENCES workspace,
    touch_id     uuid NOT NULL,
    recipient    text NOT NULL, -- lower case
    status       text,          -- RFC 3463, such as 5.1.1; null = the report gives none
    at           timestamptz,
    PRIMARY KEY (workspace_id, touch_id, recipient),
    FOREIGN KEY (workspace_id, touch_id) REFERENCES touch ON DELETE CASCADE
);
CALL guard_workspace('bounce');
CREATE INDEX bounce_recipient ON bounce (workspace_id, recipient, at DESC);

-- Derived, rebuilt from the touches: each mail to a member from somebody else, how strongly it waited for
-- their answer when it came, and when that was settled. Known at any past moment: at <= then < settled_at.
CREATE TABLE answer_owed (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,
    touch_id     uuid NOT NULL,
    at           timestamptz NOT NULL,
    strength     real NOT NULL,  -- 0 to 1, from what was known when it came
    reason       text NOT NULL,  -- what spoke most for it, one of a few words
    settled_at   timestamptz,
    settled_by   uuid,           -- the touch that settled it
    PRIMARY KEY (workspace_id, member_id, touch_id),
    FOREIGN KEY (workspace_id, touch_id) REFERENCES touch ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('answer_owed');
CREATE INDEX answer_owed_open ON answer_owed (workspace_id, member_id, at DESC);
