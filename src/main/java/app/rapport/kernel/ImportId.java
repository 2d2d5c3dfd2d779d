package app.rapport.kernel;

import java.util.UUID;

/** Identity of one import; a UUIDv7, so it shows when it was made and is never a secret. */
public record ImportId(UUID value) {
    public static ImportId next() {
        return new ImportId(Uuid7.next());
    }

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static ImportId of(String text) {
        return new ImportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
