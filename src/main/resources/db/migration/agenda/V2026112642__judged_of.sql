-- Whom a judgement was about before two people became one.
ALTER TABLE judgement ADD COLUMN person_origin uuid;
