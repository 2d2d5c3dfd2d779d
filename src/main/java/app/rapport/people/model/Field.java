package app.rapport.people.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * One field of a contact or an account. Whatever it holds, a field has a text form ({@link
 * FieldText}): an edit, its history and putting it back all speak of that, so that a list of phones
 * is no other case than a title.
 */
public interface Field {
    /**
     * What it is called in each place, and what it holds.
     *
     * @param key in the history: the column, or the kind of rows
     * @param json in JSON and in forms
     * @param label by people
     */
    record Names(String key, String json, String label, Shape shape) {}

    Names names();

    /** Its name in the history: the column, or the kind of rows. */
    default String key() {
        return names().key();
    }

    /** Its name in JSON and in forms. */
    default String json() {
        return names().json();
    }

    /** What people call it. */
    default String label() {
        return names().label();
    }

    default Shape shape() {
        return names().shape();
    }

    /** The one with that name in the history. */
    static <F extends Enum<F> & Field> Optional<F> of(Class<F> fields, String key) {
        return Arrays.stream(fields.getEnumConstants())
                .filter(field -> field.key().equals(key))
                .findFirst();
    }

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
