package app.rapport.bargaining;

/** A domain and what its outcomes are worth to the two sides. */
public record Negotiation(Domain domain, Utility ours, Utility theirs) {
    public Point point(Outcome outcome) {
        return new Point(outcome, ours.of(outcome), theirs.of(outcome));
    }

    public boolean hasReservations() {
        return ours.reservation().isPresent() || theirs.reservation().isPresent();
    }
}
