-- Who did what names a member who was or is there, as every other column that names one.
ALTER TABLE negotiation
    ADD FOREIGN KEY (workspace_id, created_by) REFERENCES member,
    ADD FOREIGN KEY (workspace_id, opened_by) REFERENCES member,
    ADD FOREIGN KEY (workspace_id, aim_defended_by) REFERENCES member,
    ADD FOREIGN KEY (workspace_id, aim_heard_by) REFERENCES member,
    ADD FOREIGN KEY (workspace_id, all_issues_by) REFERENCES member,
    ADD FOREIGN KEY (workspace_id, price_override_by) REFERENCES member;
ALTER TABLE negotiation_tick ADD FOREIGN KEY (workspace_id, member_id) REFERENCES member;
ALTER TABLE negotiation_version ADD FOREIGN KEY (workspace_id, member_id) REFERENCES member;
ALTER TABLE negotiation_offer
    ADD FOREIGN KEY (workspace_id, member_id) REFERENCES member,
    ADD FOREIGN KEY (workspace_id, below_seen_by) REFERENCES member;
ALTER TABLE negotiation_caution
    ADD FOREIGN KEY (workspace_id, member_id) REFERENCES member,
    ADD FOREIGN KEY (workspace_id, answered_by) REFERENCES member;
ALTER TABLE negotiation_table ADD FOREIGN KEY (workspace_id, ended_by) REFERENCES member;
ALTER TABLE negotiation_deadlock ADD FOREIGN KEY (workspace_id, changed_by) REFERENCES member;

-- Who saved which part of a plan last: told to whoever wrote the same one meanwhile.
CREATE TABLE negotiation_saved (
    workspace_id   uuid NOT NULL REFERENCES workspace,
    negotiation_id uuid NOT NULL,
    part           text NOT NULL,
    at             timestamptz NOT NULL,
    member_id      uuid NOT NULL,
    PRIMARY KEY (workspace_id, negotiation_id, part),
    FOREIGN KEY (workspace_id, negotiation_id) REFERENCES negotiation ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member
);
CALL guard_workspace('negotiation_saved');

-- Said before its table closed, but without a network: a note beside the table, which changes nothing of how it ended.
ALTER TABLE negotiation_offer ADD COLUMN late boolean NOT NULL DEFAULT false;
