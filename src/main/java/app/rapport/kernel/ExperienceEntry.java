package app.rapport.kernel;

import java.time.Instant;

/**
 * One thing that moved a customer's experience with us.
 *
 * @param key names it for good, so that a person's correction stays with it
 * @param at when they met it
 * @param points on a scale on which the best word of a customer counts +30 and the worst −30
 * @param reason one short sentence
 * @param href where the facts stand
 */
public record ExperienceEntry(
        Key key, Kind kind, Instant at, double points, String reason, String href) {

    /** By how much it can be relied upon, the least first. */
    public enum Kind {
        /** Something small that the data show, such as how long they waited. */
        SIGN,
        /** What we did or left undone, such as a promise. */
        DEED,
        /** What one of us says of it. */
        MARK,
        /** What the customer says. */
        ANSWER
    }

    /**
     * @param source the source's own name, letters only
     * @param name unique within it
     */
    public record Key(String source, String name) {
        @Override
        public String toString() {
            return source + "-" + name;
        }
    }
}
