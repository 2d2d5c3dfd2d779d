package app.rapport.kernel;

import java.util.UUID;

/** Identity of one member; a UUIDv7, so it shows when it was made and is never a secret. */
public record MemberId(UUID value) {
    public static MemberId next() {
        return new MemberId(Uuid7.next());
    }

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static MemberId of(String text) {
        return new MemberId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
