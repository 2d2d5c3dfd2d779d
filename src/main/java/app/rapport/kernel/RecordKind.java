package app.rapport.kernel;

/** What a record is of: a person or a company. */
public enum RecordKind {
    CONTACT,
    ACCOUNT
}
