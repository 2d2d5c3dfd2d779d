-- Whose deals were whose: for a past moment those are asked for that changed hands since.
CREATE INDEX deal_change_owner ON deal_change (workspace_id, at) WHERE field = 'owner';
