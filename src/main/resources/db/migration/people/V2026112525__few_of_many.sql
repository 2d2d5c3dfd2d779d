-- Filters that leave few of many: walking an order until a page is full would pass over everybody else.

CREATE INDEX contact_owner ON contact (workspace_id, owner_id, last_touch_at, id) INCLUDE (colleague) WHERE deleted_at IS NULL;
CREATE INDEX contact_owner_name ON contact (workspace_id, owner_id, name_key, id) INCLUDE (colleague) WHERE deleted_at IS NULL;
CREATE INDEX contact_outside ON contact (workspace_id) WHERE deleted_at IS NULL AND NOT colleague; -- counts

-- Derived, kept by the trigger: tags as rows. Row-level security lets no array operator use an index.
CREATE TABLE contact_tag (
    workspace_id uuid NOT NULL REFERENCES workspace,
    tag          text NOT NULL,
    contact_id   uuid NOT NULL,
    PRIMARY KEY (workspace_id, tag, contact_id),
    FOREIGN KEY (workspace_id, contact_id) REFERENCES contact ON DELETE CASCADE
);
CALL guard_workspace('contact_tag');
CREATE INDEX ON contact_tag (workspace_id, contact_id);

INSERT INTO contact_tag SELECT DISTINCT c.workspace_id, tag, c.id FROM contact c, unnest(c.tags) tag;

CREATE FUNCTION contact_tags() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM contact_tag WHERE workspace_id = NEW.workspace_id AND contact_id = NEW.id AND tag <> ALL (NEW.tags);
    INSERT INTO contact_tag SELECT DISTINCT NEW.workspace_id, tag, NEW.id FROM unnest(NEW.tags) tag ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER tags_added AFTER INSERT ON contact FOR EACH ROW WHEN (NEW.tags <> '{}') EXECUTE FUNCTION contact_tags();
CREATE TRIGGER tags_changed AFTER UPDATE OF tags ON contact FOR EACH ROW WHEN (OLD.tags <> NEW.tags) EXECUTE FUNCTION contact_tags();
