package app.rapport.negotiations;

import java.time.Instant;

/**
 * That a table closed.
 *
 * @param agreed whether an offer was accepted; else we walked away
 */
public record TableEnd(Instant at, boolean agreed) {
    public String word() {
        return agreed ? "agreed" : "left";
    }
}
