package app.rapport.kernel;

import java.util.UUID;

/** Identity of one touch; a UUIDv7, so it shows when it was made and is never a secret. */
public record TouchId(UUID value) {
    public static TouchId next() {
        return new TouchId(Uuid7.next());
    }

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static TouchId of(String text) {
        return new TouchId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
