package app.rapport.bargaining.course;

/**
 * An offer in its time, between 0 (begun) and 1 (deadline), and what it is worth to who made it and
 * to who received it; one of the two is what we believe.
 */
public record Turn(Side by, double time, double own, double other) {
    /** Who made it. */
    public enum Side {
        OURS,
        THEIRS;

        public Side opposite() {
            return this == OURS ? THEIRS : OURS;
        }
    }
}
