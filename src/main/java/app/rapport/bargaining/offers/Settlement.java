package app.rapport.bargaining.offers;

import app.rapport.bargaining.Frontier;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Point;
import app.rapport.bargaining.Solutions;

/**
 * What both could still gain after they agreed: the agreement is the new walking away, and a better
 * one is signed only if both prefer it (Raiffa 1985, Post-Settlement Settlements, Negotiation
 * Journal 1:9-12).
 *
 * @param better Nash's point from the agreement; the agreement itself where both cannot gain
 */
public record Settlement(Point agreed, Point better) {
    public static Settlement of(Frontier frontier, Outcome agreed) {
        Point point = frontier.negotiation().point(agreed);
        return new Settlement(point, Solutions.from(frontier, point).nash().orElse(point));
    }

    public double ours() {
        return better.ours() - agreed.ours();
    }

    public double theirs() {
        return better.theirs() - agreed.theirs();
    }

    /** What was left on the table. */
    public double joint() {
        return ours() + theirs();
    }
}
