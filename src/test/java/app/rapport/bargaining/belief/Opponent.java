package app.rapport.bargaining.belief;

import app.rapport.bargaining.Enumeration;
import app.rapport.bargaining.Negotiation;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Opponents as the literature has them (Faratin, Sierra and Jennings 1998): they aim at a utility
 * and offer one of the outcomes nearest above it. Time-dependent ones fall from their best to their
 * worst by time to the power of 1/e; tit for tat gives what it was given by us, who concede evenly.
 */
final class Opponent {
    enum Strategy {
        BOULWARE(0.2),
        LINEAR(1),
        CONCEDER(3),
        TIT_FOR_TAT(1);

        private final double e;

        Strategy(double e) {
            this.e = e;
        }
    }

    private static final double ROOM = 0.03;

    private final List<Point> outcomes;
    private final Strategy strategy;
    private final SplittableRandom random;
    private final double worst;
    private final double best;

    Opponent(Negotiation negotiation, Strategy strategy, long seed) {
        this.outcomes = new Enumeration(negotiation).points();
        this.strategy = strategy;
        this.random = new SplittableRandom(seed);
        this.best = negotiation.theirs().highest();
        this.worst =
                Math.max(
                        negotiation.theirs().reservation().orElse(0),
                        negotiation.theirs().lowest());
    }

    /** What they offer in a talk of so many rounds. */
    List<Outcome> offers(int rounds) {
        List<Outcome> offers = new ArrayList<>();
        double aim = best;
        double given = 0;
        for (int round = 0; round < rounds; round++) {
            double time = round / (rounds - 1.0);
            aim =
                    strategy == Strategy.TIT_FOR_TAT
                            ? Math.max(worst, Math.min(best, best - given))
                            : worst + (best - worst) * (1 - Math.pow(time, 1 / strategy.e));
            offers.add(near(aim).outcome());
            given = Math.max(given, ours(time) - ours(0));
        }
        return offers;
    }

    /** What our offers, which fall evenly for us, are worth to them. */
    private double ours(double time) {
        double mostForUs = Enumeration.most(outcomes, Point::ours);
        double aim = mostForUs * (1 - 0.6 * time);
        double nearest = Double.MAX_VALUE;
        double worth = 0;
        for (Point point : outcomes)
            if (point.ours() >= aim - 1e-9 && point.ours() - aim < nearest) {
                nearest = point.ours() - aim;
                worth = point.theirs();
            }
        return worth;
    }

    private Point near(double aim) {
        double nearest =
                outcomes.stream()
                        .mapToDouble(Point::theirs)
                        .filter(theirs -> theirs >= aim - 1e-9)
                        .min()
                        .orElse(best);
        List<Point> may =
                outcomes.stream()
                        .filter(point ->
                                point.theirs() >= nearest - 1e-9
                                        && point.theirs() <= Math.max(aim + ROOM, nearest) + 1e-9)
                        .toList();
        return may.get(random.nextInt(may.size()));
    }
}
