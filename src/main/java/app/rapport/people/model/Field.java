package app.rapport.people.model;

/**
 * One field of a contact or an account. Whatever it holds, a field has a text form ({@link
 * FieldText}): an edit, its history and putting it back all speak of that, so that a list of phones
 * is no other case than a title.
 */
public interface Field {
    /** Its name in the history: the column, or the kind of rows. */
    String key();

    /** Its name in JSON and in forms. */
    String json();

    /** What people call it. */
    String label();

    Shape shape();

    /** What a field holds. */
    enum Shape {
        TEXT,
        TAGS,
        POINTS,
        POSTALS,
        DOMAINS,
        ACCOUNT,
        MEMBER;

        /** Stands in a column of the record itself, not in rows of its own. */
        public boolean isColumn() {
            return this == TEXT || this == TAGS || this == ACCOUNT || this == MEMBER;
        }
    }
}
