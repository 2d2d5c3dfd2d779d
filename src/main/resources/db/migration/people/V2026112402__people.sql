-- Whom we know, and where they work.

CREATE TABLE account (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    name         text NOT NULL CHECK (name <> ''),
    name_key     text NOT NULL,             -- folded: lower case, no accents, letters and digits only
    website      text NOT NULL DEFAULT '',
    industry     text NOT NULL DEFAULT '',
    size         text NOT NULL DEFAULT '',
    phone        text NOT NULL DEFAULT '',
    address      text NOT NULL DEFAULT '',
    notes        text NOT NULL DEFAULT '',
    external_id  text NOT NULL DEFAULT '',
    owner_id     uuid,
    proposed     boolean NOT NULL DEFAULT false, -- concluded from a mail domain, nobody said so
    import_id    uuid,                      -- the import that made it
    extra        jsonb NOT NULL DEFAULT '{}', -- cells of an export that fit nowhere
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, owner_id) REFERENCES member
);
CALL guard_workspace('account');
CREATE INDEX account_name ON account (workspace_id, name_key, id);
CREATE INDEX account_external ON account (workspace_id, external_id) WHERE external_id <> '';

CREATE TABLE account_domain (
    workspace_id uuid NOT NULL REFERENCES workspace,
    domain       text NOT NULL,
    account_id   uuid NOT NULL,
    PRIMARY KEY (workspace_id, domain),
    FOREIGN KEY (workspace_id, account_id) REFERENCES account ON DELETE CASCADE
);
CALL guard_workspace('account_domain');
CREATE INDEX ON account_domain (workspace_id, account_id);

CREATE TABLE contact (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    display_name text NOT NULL DEFAULT '',
    given_name   text NOT NULL DEFAULT '',
    middle_name  text NOT NULL DEFAULT '',
    family_name  text NOT NULL DEFAULT '',
    prefix       text NOT NULL DEFAULT '',
    suffix       text NOT NULL DEFAULT '',
    nickname     text NOT NULL DEFAULT '',
    title        text NOT NULL DEFAULT '',
    department   text NOT NULL DEFAULT '',
    account_id   uuid,
    birthday     text NOT NULL DEFAULT '',  -- 1980-05-17, or --05-17 where the year is not known
    language     text NOT NULL DEFAULT '',
    time_zone    text NOT NULL DEFAULT '',
    address      text NOT NULL DEFAULT '',
    notes        text NOT NULL DEFAULT '',
    tags         text[] NOT NULL DEFAULT '{}',
    external_id  text NOT NULL DEFAULT '',
    source       text NOT NULL DEFAULT '',
    owner_id     uuid,
    colleague    boolean NOT NULL DEFAULT false, -- one of us
    name_key     text NOT NULL DEFAULT '',  -- folded, sorts and finds
    import_id    uuid,                      -- the import that made it
    extra        jsonb NOT NULL DEFAULT '{}',
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    deleted_at   timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, account_id) REFERENCES account ON DELETE SET NULL (account_id),
    FOREIGN KEY (workspace_id, owner_id) REFERENCES member
);
CALL guard_workspace('contact');
CREATE INDEX contact_name ON contact (workspace_id, name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX contact_account ON contact (workspace_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX contact_external ON contact (workspace_id, external_id) WHERE external_id <> '';

CREATE TABLE contact_point (
    workspace_id uuid NOT NULL REFERENCES workspace,
    contact_id   uuid NOT NULL,
    position     smallint NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('mail', 'phone', 'link')),
    label        text NOT NULL DEFAULT '',
    value        text NOT NULL,
    key          text NOT NULL, -- mail: lower case; phone: +digits; link: lower case
    PRIMARY KEY (workspace_id, contact_id, kind, key),
    FOREIGN KEY (workspace_id, contact_id) REFERENCES contact ON DELETE CASCADE
);
CALL guard_workspace('contact_point');
-- a mail address is one person's: it is the key that joins at once
CREATE UNIQUE INDEX contact_point_mail ON contact_point (workspace_id, key) WHERE kind = 'mail';
CREATE INDEX contact_point_phone ON contact_point (workspace_id, key) WHERE kind = 'phone';

-- What became of a field, when, by whom or by which import.
CREATE TABLE field_change (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    subject_id   uuid NOT NULL, -- a contact or an account
    field        text NOT NULL,
    old_value    text NOT NULL,
    new_value    text NOT NULL,
    at           timestamptz NOT NULL,
    member_id    uuid,
    import_id    uuid,
    PRIMARY KEY (workspace_id, id)
);
CALL guard_workspace('field_change');
CREATE INDEX field_change_subject ON field_change (workspace_id, subject_id, at DESC);

-- Which imports brought which record; undo takes what only one of them holds.
CREATE TABLE import_record (
    workspace_id uuid NOT NULL REFERENCES workspace,
    import_id    uuid NOT NULL,
    subject_id   uuid NOT NULL,
    PRIMARY KEY (workspace_id, import_id, subject_id)
);
CALL guard_workspace('import_record');
CREATE INDEX ON import_record (workspace_id, subject_id);

-- Search. Row-level security keeps trigram operators from using an index, so the look-up runs as the owner,
-- with a workspace filter of its own; the search path is fixed so that nobody can put a table in the way.
CREATE TABLE contact_search (
    workspace_id uuid NOT NULL REFERENCES workspace,
    contact_id   uuid NOT NULL,
    words        text NOT NULL, -- folded: name, addresses, phones, company, title
    PRIMARY KEY (workspace_id, contact_id),
    FOREIGN KEY (workspace_id, contact_id) REFERENCES contact ON DELETE CASCADE
);
CALL guard_workspace('contact_search');
CREATE INDEX contact_search_words ON contact_search USING gin (words gin_trgm_ops);

CREATE FUNCTION search_contacts(typed text, most int)
RETURNS TABLE (contact_id uuid, score real)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.contact_id,
           (CASE WHEN s.words LIKE typed || '%' THEN 1.0
                 WHEN s.words LIKE '% ' || typed || '%' THEN 0.9
                 WHEN s.words LIKE '%' || typed || '%' THEN 0.7
                 ELSE word_similarity(typed, s.words) * 0.7 END)::real AS score
    FROM contact_search s
    WHERE s.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid
      AND (s.words LIKE '%' || typed || '%' OR typed <% s.words)
    ORDER BY score DESC, length(s.words), s.contact_id
    LIMIT most
$$;
REVOKE ALL ON FUNCTION search_contacts(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_contacts(text, int) TO rapport_app;
