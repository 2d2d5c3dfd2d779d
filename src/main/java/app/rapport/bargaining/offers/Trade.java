package app.rapport.bargaining.offers;

/**
 * One issue moved their way and another ours: from an outcome on the table, what that changes for
 * either side.
 */
public record Trade(Move give, Move ask, double ours, double theirs) {
    /** An issue and the option it goes to. */
    public record Move(int issue, int option, double ours, double theirs) {}

    Trade(Move give, Move ask) {
        this(give, ask, give.ours() + ask.ours(), give.theirs() + ask.theirs());
    }

    /** What both gain together. */
    public double joint() {
        return ours + theirs;
    }
}
