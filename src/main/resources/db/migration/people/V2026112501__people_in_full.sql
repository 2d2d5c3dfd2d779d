-- What contact files and people say beyond names and mail addresses: several postal addresses, chat names,
-- a company's own phones and links, and which company belongs to which.

ALTER TABLE contact_point DROP CONSTRAINT contact_point_kind_check;
ALTER TABLE contact_point ADD CONSTRAINT contact_point_kind_check CHECK (kind IN ('mail', 'phone', 'link', 'chat'));

CREATE TABLE account_point (
    workspace_id uuid NOT NULL REFERENCES workspace,
    account_id   uuid NOT NULL,
    position     smallint NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('mail', 'phone', 'link', 'chat')),
    label        text NOT NULL DEFAULT '',
    value        text NOT NULL,
    key          text NOT NULL, -- mail: lower case; phone: +digits; link: lower case
    PRIMARY KEY (workspace_id, account_id, kind, key),
    FOREIGN KEY (workspace_id, account_id) REFERENCES account ON DELETE CASCADE
);
CALL guard_workspace('account_point');

CREATE TABLE postal_address (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    contact_id   uuid,
    account_id   uuid,
    position     smallint NOT NULL,
    label        text NOT NULL DEFAULT '',
    street       text NOT NULL DEFAULT '',
    city         text NOT NULL DEFAULT '',
    region       text NOT NULL DEFAULT '',
    postal_code  text NOT NULL DEFAULT '',
    country      text NOT NULL DEFAULT '',
    formatted    text NOT NULL DEFAULT '', -- the whole, where it was given as one text
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, contact_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, account_id) REFERENCES account ON DELETE CASCADE,
    CHECK (num_nonnulls(contact_id, account_id) = 1)
);
CALL guard_workspace('postal_address');
CREATE INDEX ON postal_address (workspace_id, contact_id, position) WHERE contact_id IS NOT NULL;
CREATE INDEX ON postal_address (workspace_id, account_id, position) WHERE account_id IS NOT NULL;

ALTER TABLE contact DROP COLUMN address;
ALTER TABLE account DROP COLUMN address, DROP COLUMN phone,
    ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
    ADD COLUMN parent_id uuid,
    ADD COLUMN deleted_at timestamptz,
    ADD FOREIGN KEY (workspace_id, parent_id) REFERENCES account ON DELETE SET NULL (parent_id);
CREATE INDEX account_parent ON account (workspace_id, parent_id) WHERE parent_id IS NOT NULL;
