package app.rapport.kernel;

import java.util.UUID;

/** Identity of one account; a UUIDv7, so it shows when it was made and is never a secret. */
public record AccountId(UUID value) {
    public static AccountId next() {
        return new AccountId(Uuid7.next());
    }

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
