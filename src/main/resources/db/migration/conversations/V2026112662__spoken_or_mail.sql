-- Whether a touch in a member's archive was spoken (or typed) rather than mailed, beside the time that stands there
-- already: Today says how much of each was read, and would otherwise read every touch for it.
ALTER TABLE touch_owner ADD COLUMN spoken boolean NOT NULL DEFAULT false;
UPDATE touch_owner o SET spoken = true
FROM touch t WHERE t.workspace_id = o.workspace_id AND t.id = o.touch_id AND t.kind <> 'mail';

DROP INDEX touch_owner_at;
CREATE INDEX touch_owner_at ON touch_owner (workspace_id, member_id, at DESC, touch_id DESC) INCLUDE (spoken);
CREATE INDEX touch_owner_spoken ON touch_owner (workspace_id, member_id, at DESC) WHERE spoken;
