-- With the touch in it the few spoken ones are found without reading all the mails beside them.
DROP INDEX touch_owner_spoken;
CREATE INDEX touch_owner_spoken ON touch_owner (workspace_id, member_id, at DESC, touch_id) WHERE spoken;
