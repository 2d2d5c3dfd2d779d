-- Mail was stored from which nothing was concluded yet: a signal may come in between.
ALTER TABLE watched_folder ADD COLUMN owes_conclusion boolean NOT NULL DEFAULT false;
