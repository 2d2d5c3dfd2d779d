-- The secret of a second factor is sealed like the passwords of other systems: who finds a backup cannot make codes.
-- What was stored before is sealed when it is next used, or by the job that looks for it.
ALTER TABLE second_factor ADD COLUMN sealed boolean NOT NULL DEFAULT false;
ALTER TABLE second_factor ALTER COLUMN sealed DROP DEFAULT;
