-- An import reads any mixture of files: what each is, which entry of a zip, and what a person said of its columns.
ALTER TABLE import_file
    ADD COLUMN form    text NOT NULL DEFAULT 'mail' CHECK (form IN ('mail', 'table', 'cards', 'calendar')),
    ADD COLUMN entry   text NOT NULL DEFAULT '', -- name inside the zip or gzip at path; '' = the file itself
    ADD COLUMN mapping jsonb;
