-- What people wrote about risks: each wording a row of its own, which a correction ends and never changes.
CREATE TABLE risk_note (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id           uuid NOT NULL,
    item_id      uuid NOT NULL,             -- the same through all its wordings
    deal_id      uuid,                      -- none: of the whole book, or of a member
    kind         text NOT NULL CHECK (kind IN ('scenario', 'assumption', 'loss', 'limit', 'stake', 'decision', 'own')),
    body         jsonb NOT NULL,
    only_member  uuid,                      -- whoever alone sees it
    at           timestamptz NOT NULL,
    member_id    uuid NOT NULL,
    until        timestamptz,               -- corrected or taken back then
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, deal_id) REFERENCES deal ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, member_id) REFERENCES member,
    FOREIGN KEY (workspace_id, only_member) REFERENCES member
);
CALL guard_workspace('risk_note');
CREATE INDEX risk_note_deal ON risk_note (workspace_id, deal_id, at);
CREATE UNIQUE INDEX risk_note_stands ON risk_note (workspace_id, item_id) WHERE until IS NULL;
CREATE INDEX risk_note_item ON risk_note (workspace_id, item_id, at);

-- Whoever does not see the deal, does not see what it may cost.
CREATE POLICY whose ON risk_note AS RESTRICTIVE FOR ALL
    USING (deal_id IS NULL OR EXISTS (SELECT FROM deal d WHERE d.workspace_id = risk_note.workspace_id AND d.id = deal_id)) WITH CHECK (true);
