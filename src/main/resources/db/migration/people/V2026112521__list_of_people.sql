-- What the list of people sorts by stands on the contact itself, so that every order is one index scan that can
-- stop after a page: a join with a second table would sort all hundred thousand first.

ALTER TABLE contact
    -- derived: the newest touch with them; told by the room that keeps touches, -infinity = never
    ADD COLUMN last_touch_at timestamptz NOT NULL DEFAULT '-infinity',
    -- derived: the folded name of their company, '' = none; kept by the triggers below
    ADD COLUMN company_key text NOT NULL DEFAULT '';

UPDATE contact c SET company_key = a.name_key
FROM account a
WHERE a.workspace_id = c.workspace_id AND a.id = c.account_id AND a.deleted_at IS NULL;

-- people without a company stand last
ALTER TABLE contact ADD COLUMN no_company boolean GENERATED ALWAYS AS (company_key = '') STORED;

-- Triggers, because a contact gets its company at five places (typed, met, imported, merged, undone)
-- and one forgotten place would put people in the wrong order without anybody noticing.
CREATE FUNCTION contact_company_key() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    NEW.company_key := coalesce((SELECT a.name_key FROM account a
                                 WHERE a.workspace_id = NEW.workspace_id AND a.id = NEW.account_id
                                   AND a.deleted_at IS NULL), '');
    RETURN NEW;
END $$;
CREATE TRIGGER company_key BEFORE INSERT OR UPDATE OF account_id ON contact
    FOR EACH ROW EXECUTE FUNCTION contact_company_key();

CREATE FUNCTION account_company_key() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE contact SET company_key = CASE WHEN NEW.deleted_at IS NULL THEN NEW.name_key ELSE '' END
    WHERE workspace_id = NEW.workspace_id AND account_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER company_key AFTER UPDATE OF name_key, deleted_at ON account
    FOR EACH ROW WHEN (OLD.name_key IS DISTINCT FROM NEW.name_key OR OLD.deleted_at IS DISTINCT FROM NEW.deleted_at)
    EXECUTE FUNCTION account_company_key();

CREATE INDEX contact_company ON contact (workspace_id, no_company, company_key, name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX contact_last_touch ON contact (workspace_id, last_touch_at, id) WHERE deleted_at IS NULL;
CREATE INDEX contact_created ON contact (workspace_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX contact_source ON contact (workspace_id, source) WHERE deleted_at IS NULL;
