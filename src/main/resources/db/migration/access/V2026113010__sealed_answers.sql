-- An answer may tell a secret, such as the path of a link: kept for a day, it is sealed. What was kept in the clear
-- goes; that its request was done stays.
UPDATE idempotent_answer SET body = '';
ALTER TABLE idempotent_answer DROP COLUMN body;
ALTER TABLE idempotent_answer ADD COLUMN sealed bytea; -- null while it is being done, and where it was kept in the clear once
