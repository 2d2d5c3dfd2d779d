package app.rapport.bargaining.offers;

import app.rapport.bargaining.Frontier;
import app.rapport.bargaining.Negotiation;
import app.rapport.bargaining.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Several offers at once that are worth the same to us and differ for them (multiple equivalent
 * simultaneous offers: Medvec and Galinsky 2005, Negotiation 8(4):3-5; Leonardelli, Gu, McRuer,
 * Medvec and Galinsky 2019, Organizational Behavior and Human Decision Processes 152:64-83).
 * Whatever they choose costs us the same, and what they choose tells what they care for.
 */
public final class Packages {
    /** Offers that differ by no more than this, of utilities that come to 1, are worth the same. */
    public static final double SPREAD = 0.02;

    /** How far below the best for them a package may be, if enough can be had that near. */
    public static final double REGRET = 0.05;

    private static final double FAR = 0.3;
    private static final double SAME = 1e-9;

    private final Negotiation negotiation;
    private final Frontier frontier;

    /** Of a negotiation whose other side is what we believe of it. */
    public Packages(Negotiation negotiation) {
        this(Frontier.of(negotiation));
    }

    public Packages(Frontier frontier) {
        this.negotiation = frontier.negotiation();
        this.frontier = frontier;
    }

    /**
     * At most so many packages, each worth {@code aim} to us at least and all of them the same
     * within {@link #SPREAD}. The first is the best for them; the others are near it and differ
     * from those before as much as they may. None where nothing is worth that much to us.
     */
    public List<Point> worth(double aim, int count) {
        Optional<Point> best = bestForThem(aim);
        if (best.isEmpty()) return List.of();
        double low = Math.max(aim, best.get().ours() - SPREAD);
        for (double regret : List.of(REGRET, FAR)) {
            List<Point> chosen =
                    different(
                            best.get(),
                            near(low, low + SPREAD, best.get().theirs() - regret),
                            count);
            if (chosen.size() == count || regret == FAR) return chosen;
        }
        return List.of(best.get());
    }

    /** The lowest point of the frontier that is worth so much to us. */
    private Optional<Point> bestForThem(double aim) {
        int at = -1;
        while (at + 1 < frontier.size() && frontier.ours(at + 1) >= aim - SAME) at++;
        return at < 0 ? Optional.empty() : Optional.of(frontier.point(at));
    }

    private List<Point> near(double low, double high, double floor) {
        return new Band(negotiation, low - SAME, high + SAME, floor - SAME).points();
    }

    /** Greedily the one that is farthest from its nearest of those chosen. */
    private List<Point> different(Point best, List<Point> from, int count) {
        List<Point> chosen = new ArrayList<>(List.of(best));
        while (chosen.size() < count) {
            Optional<Point> next =
                    from.stream()
                            .filter(point -> apart(point, chosen) > SAME)
                            .max(
                                    Comparator.comparingDouble(
                                                    (Point point) -> apart(point, chosen))
                                            .thenComparingDouble(Point::theirs));
            if (next.isEmpty()) break;
            chosen.add(next.get());
        }
        return chosen;
    }

    private double apart(Point point, List<Point> chosen) {
        return chosen.stream().mapToDouble(other -> apart(point, other)).min().orElse(0);
    }

    /** How much is moved from issue to issue; what neither cares for makes no difference. */
    private double apart(Point a, Point b) {
        double sum = 0;
        for (int i = 0; i < negotiation.domain().size(); i++) {
            int one = a.outcome().option(i);
            int other = b.outcome().option(i);
            sum += Math.abs(negotiation.ours().of(i, one) - negotiation.ours().of(i, other));
            sum += Math.abs(negotiation.theirs().of(i, one) - negotiation.theirs().of(i, other));
        }
        return sum;
    }
}
