package app.rapport.negotiations;

import app.rapport.kernel.Uuid7;
import java.util.UUID;

/** Identity of one negotiation; a UUIDv7, so it shows when it was made and is never a secret. */
public record NegotiationId(UUID value) {
    public static NegotiationId next() {
        return new NegotiationId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
