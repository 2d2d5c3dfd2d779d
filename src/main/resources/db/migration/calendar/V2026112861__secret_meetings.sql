ALTER TABLE coming_meeting ADD COLUMN secret boolean NOT NULL DEFAULT false; -- its calendar calls it private
