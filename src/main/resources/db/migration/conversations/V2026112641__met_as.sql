-- Whom a party was before two people became one; empty where nobody was joined since the touch came.
ALTER TABLE touch_party ADD COLUMN met_as uuid;
