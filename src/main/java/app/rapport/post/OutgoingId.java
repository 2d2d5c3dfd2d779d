package app.rapport.post;

import app.rapport.kernel.Uuid7;
import java.util.UUID;

/** Identity of one outgoing mail; a UUIDv7, so it shows when it was ordered. */
public record OutgoingId(UUID value) {
    static OutgoingId next() {
        return new OutgoingId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
