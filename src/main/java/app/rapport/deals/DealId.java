package app.rapport.deals;

import app.rapport.kernel.Uuid7;
import java.util.UUID;

/** Identity of one deal; a UUIDv7, so it shows when it was made and is never a secret. */
public record DealId(UUID value) {
    public static DealId next() {
        return new DealId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
