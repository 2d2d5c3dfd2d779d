-- Meetings to come, and those that were called off; what has passed stands among the touches.

CREATE TABLE coming_meeting (
    workspace_id uuid NOT NULL REFERENCES workspace,
    member_id    uuid NOT NULL,              -- whose calendar; nobody else sees it
    uid          text NOT NULL,              -- the same in all versions of it
    slot         timestamptz NOT NULL,       -- when its series foresaw it; stays when it is moved
    id           uuid NOT NULL,
    import_id    uuid NOT NULL,              -- what brought it, and under which it becomes a touch
    sequence     int NOT NULL,               -- RFC 5545: a later version has a higher one
    starts_at    timestamptz NOT NULL,       -- of whole days: midnight UTC of the first
    ends_at      timestamptz NOT NULL,       -- of whole days: midnight UTC after the last
    all_day      boolean NOT NULL,
    summary      text NOT NULL,
    place        text NOT NULL,
    words        text NOT NULL,
    status       text NOT NULL CHECK (status IN ('confirmed', 'tentative', 'cancelled')),
    guests       jsonb NOT NULL,             -- organiser first: name, address, answer
    guest_keys   text[] NOT NULL,            -- their addresses
    series       boolean NOT NULL,
    moved        boolean NOT NULL,           -- said of this occurrence alone
    stored_at    timestamptz NOT NULL,
    settled_at   timestamptz,                -- when it became a touch, or was seen to be none
    PRIMARY KEY (workspace_id, member_id, uid, slot),
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member,
    FOREIGN KEY (workspace_id, import_id) REFERENCES import
);
CALL guard_workspace('coming_meeting');
CREATE INDEX coming_meeting_when ON coming_meeting (workspace_id, member_id, starts_at);
CREATE INDEX coming_meeting_import ON coming_meeting (workspace_id, import_id);
CREATE INDEX coming_meeting_passed ON coming_meeting (ends_at) WHERE settled_at IS NULL;

-- Whose meetings have passed: ids only, asked by the recurring job, which is in no workspace.
CREATE FUNCTION calendars_with_passed(moment timestamptz)
RETURNS TABLE (workspace_id uuid, member_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT c.workspace_id, c.member_id FROM coming_meeting c
    JOIN member m ON m.workspace_id = c.workspace_id AND m.id = c.member_id
    WHERE c.settled_at IS NULL AND c.ends_at <= moment AND m.left_at IS NULL
$$;
REVOKE ALL ON FUNCTION calendars_with_passed(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION calendars_with_passed(timestamptz) TO rapport_app;
