package app.rapport.kernel;

import java.util.UUID;

/** Identity of one workspace; a UUIDv7, so it shows when it was made and is never a secret. */
public record WorkspaceId(UUID value) {
    public static WorkspaceId next() {
        return new WorkspaceId(Uuid7.next());
    }

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static WorkspaceId of(String text) {
        return new WorkspaceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
