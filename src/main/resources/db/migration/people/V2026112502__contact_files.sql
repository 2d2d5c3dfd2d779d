-- What each row of a contact file said, so that the same row again is known, and undo takes back only what
-- no other import said too. An index by digest finds the row; the old key could hold one row a subject.
ALTER TABLE import_record DROP CONSTRAINT import_record_pkey;
ALTER TABLE import_record
    ADD COLUMN digest  bytea NOT NULL,                 -- of the row's content, whatever file it stood in
    ADD COLUMN said    jsonb NOT NULL DEFAULT '{}',    -- '=title': the value; 'mail a@b.example': '+' where this import added it
    ADD COLUMN changed boolean NOT NULL DEFAULT false, -- whether the row changed the subject
    ADD PRIMARY KEY (workspace_id, import_id, digest);
CREATE INDEX import_record_digest ON import_record (workspace_id, digest);

-- Ids in the systems that wrote the files. A scope is a program, or one file's layout or import where the
-- program is not known: "17" of two programs are two records.
CREATE TABLE external_id (
    workspace_id uuid NOT NULL REFERENCES workspace,
    scope        text NOT NULL,
    external_id  text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('contact', 'account')),
    contact_id   uuid,
    account_id   uuid,
    PRIMARY KEY (workspace_id, kind, scope, external_id),
    FOREIGN KEY (workspace_id, contact_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, account_id) REFERENCES account ON DELETE CASCADE,
    CHECK (num_nonnulls(contact_id, account_id) = 1)
);
CALL guard_workspace('external_id');
CREATE INDEX ON external_id (workspace_id, contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX ON external_id (workspace_id, account_id) WHERE account_id IS NOT NULL;

-- Contacts and accounts whose company came under an id that no company has yet: it may come in a later file.
CREATE TABLE awaited_account (
    workspace_id uuid NOT NULL REFERENCES workspace,
    scope        text NOT NULL,
    external_id  text NOT NULL,
    contact_id   uuid,
    account_id   uuid, -- the account that awaits its parent
    import_id    uuid NOT NULL,
    FOREIGN KEY (workspace_id, contact_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, account_id) REFERENCES account ON DELETE CASCADE,
    CHECK (num_nonnulls(contact_id, account_id) = 1)
);
CALL guard_workspace('awaited_account');
CREATE INDEX ON awaited_account (workspace_id, scope, external_id);
CREATE INDEX ON awaited_account (workspace_id, contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX ON awaited_account (workspace_id, account_id) WHERE account_id IS NOT NULL;
