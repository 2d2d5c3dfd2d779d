package app.rapport.balance.model;

import java.time.Instant;

/**
 * One thing that took somebody effort.
 *
 * @param key names it for good, so that a person's correction stays with it
 * @param ours what it took us, {@code theirs} what it took them; a short mail is 1
 * @param reason one short sentence
 * @param href where the facts stand
 */
public record Effort(
        String key, Instant at, double ours, double theirs, String reason, String href) {
    public Effort {
        if (!(ours >= 0 && theirs >= 0))
            throw new IllegalArgumentException("no effort is less than none: " + key);
    }

    /** The same seen from the other side. */
    Effort swapped() {
        return new Effort(key, at, theirs, ours, reason, href);
    }
}
