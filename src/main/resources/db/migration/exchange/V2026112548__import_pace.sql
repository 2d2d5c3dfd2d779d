-- How fast an import goes is measured since it was last begun: one that waited for its columns, or went on
-- after a crash, has stood still in between.
ALTER TABLE import
    ADD COLUMN going_since  timestamptz,                    -- when reading began or went on; null = not yet
    ADD COLUMN read_before  bigint NOT NULL DEFAULT 0,      -- items read before then
    ADD COLUMN bytes_before bigint NOT NULL DEFAULT 0,
    ADD COLUMN resumed      boolean NOT NULL DEFAULT false, -- went on after it was cut short
    ADD COLUMN us_said      boolean NOT NULL DEFAULT false; -- "who is us" was answered here
