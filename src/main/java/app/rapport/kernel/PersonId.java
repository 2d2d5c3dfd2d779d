package app.rapport.kernel;

import java.util.UUID;

/**
 * Identity of one person (a contact); a UUIDv7, so it shows when it was made and is never a secret.
 */
public record PersonId(UUID value) {
    public static PersonId next() {
        return new PersonId(Uuid7.next());
    }

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
