-- A change may come from a mail: what its signature said, and a person accepted.
ALTER TABLE field_change ADD COLUMN touch_id uuid;
