-- Sheets for talks one would rather avoid. Each is its writer's and nobody else's, whatever their role; every statement asks for the writer.

CREATE TABLE hard_talk (
    workspace_id  uuid NOT NULL REFERENCES workspace,
    id            uuid NOT NULL,
    member_id     uuid NOT NULL,        -- who writes it
    person_id     uuid NOT NULL,
    person_origin uuid,                 -- whom it meant at first, once two records became one
    words         jsonb NOT NULL,       -- by field
    revision      int NOT NULL,
    created_at    timestamptz NOT NULL,
    saved_at      timestamptz NOT NULL,
    deleted_at    timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member,
    FOREIGN KEY (workspace_id, person_id) REFERENCES contact ON DELETE CASCADE
);
CALL guard_workspace('hard_talk');
CREATE INDEX hard_talk_of_member ON hard_talk (workspace_id, member_id, person_id, id DESC);
CREATE INDEX hard_talk_person ON hard_talk (workspace_id, person_id);
