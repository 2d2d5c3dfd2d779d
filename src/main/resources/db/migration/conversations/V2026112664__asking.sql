-- Mails in which somebody asks for something, by who sent them: a member's own open questions are few among all
-- that passed.
CREATE INDEX touch_asking ON touch (workspace_id, from_key, at DESC) WHERE kind = 'mail' AND is_touch AND wants_answer >= 0.7;
