package app.rapport.promises.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person recorded beside promises: a false claim, advice given against one's own sale.
 *
 * @param side who did it
 * @param weight how much it says, 1 to 3
 */
public record Deed(UUID id, Promise.Side side, boolean good, int weight, String words, Instant at) {
    public TrustEntry entry() {
        return new TrustEntry(
                side, at, good ? weight : 0, good ? 0 : 2.0 * weight, words, "", Optional.of(id));
    }
}
