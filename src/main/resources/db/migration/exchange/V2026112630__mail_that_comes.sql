-- A mailbox has one import record for as long as it is connected; what it brings is counted there.
ALTER TABLE import ADD COLUMN comes boolean NOT NULL DEFAULT false; -- it goes on by itself: not among the imports of files
