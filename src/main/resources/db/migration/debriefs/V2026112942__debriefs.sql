-- Looking back at a table, once it closed; its team's alone, as the negotiation.
CREATE TABLE debrief (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    held_at        timestamptz NOT NULL,
    held_by        uuid NOT NULL,
    figures        jsonb NOT NULL,          -- what came of it, by what was believed then
    PRIMARY KEY (workspace_id, negotiation_id),
    FOREIGN KEY (workspace_id, negotiation_id) REFERENCES negotiation ON DELETE CASCADE
);
CALL guard_workspace('debrief');

-- Whether what was warned of came true, as somebody who sat there says.
CREATE TABLE debrief_mark (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    caution_id     uuid NOT NULL,
    came_true      boolean NOT NULL,
    member_id      uuid NOT NULL,
    at             timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, negotiation_id, caution_id),
    FOREIGN KEY (workspace_id, negotiation_id) REFERENCES negotiation ON DELETE CASCADE
);
CALL guard_workspace('debrief_mark');

-- What was learned: of somebody there, which whoever plans with them next reads, or of oneself.
CREATE TABLE debrief_lesson (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    id             uuid NOT NULL,
    negotiation_id uuid NOT NULL,
    person_id      uuid,
    person_origin  uuid,
    account_id     uuid,
    account_origin uuid,
    words          text NOT NULL CHECK (words <> ''),
    only_member    uuid,                    -- whoever alone reads it
    at             timestamptz NOT NULL,
    member_id      uuid NOT NULL,
    removed_at     timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, negotiation_id) REFERENCES negotiation ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, account_id) REFERENCES account ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, only_member) REFERENCES member
);
CALL guard_workspace('debrief_lesson');
CREATE INDEX debrief_lesson_negotiation ON debrief_lesson (workspace_id, negotiation_id, at);
CREATE INDEX debrief_lesson_person ON debrief_lesson (workspace_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX debrief_lesson_account ON debrief_lesson (workspace_id, account_id) WHERE account_id IS NOT NULL;

-- Which promises the agreement became.
CREATE TABLE debrief_promise (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    promise_id     uuid NOT NULL,
    at             timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, negotiation_id, promise_id),
    FOREIGN KEY (workspace_id, negotiation_id) REFERENCES negotiation ON DELETE CASCADE
);
CALL guard_workspace('debrief_promise');
