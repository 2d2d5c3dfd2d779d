package app.rapport.debriefs.model;

import app.rapport.kernel.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a table, in points from 0 to 100; theirs as they were believed at the end.
 *
 * @param ours what was agreed, to us; empty without an agreement
 * @param theirs the same to them, as is likely
 * @param first our first whole package
 * @param left what was left on the table; empty without an agreement
 * @param zone whether, by what was believed, something was better than walking away for both
 * @param steps all offers behind the first of each side
 */
public record Figures(
        boolean agreed,
        Instant closedAt,
        Optional<Double> ours,
        Optional<Double> theirs,
        Optional<Double> walkAway,
        Optional<Double> proposal,
        Optional<Double> aim,
        Optional<Opening> first,
        Optional<Left> left,
        boolean zone,
        String ourCourse,
        String theirCourse,
        List<Step> steps) {
    public Figures {
        steps = List.copyOf(steps);
    }

    /** A first offer. */
    public record Opening(MemberId by, double points) {}

    /**
     * What was left on the table.
     *
     * @param ours how much more we might have had at no cost to them
     * @param more what both might still gain: to us, to them, with these options
     */
    public record Left(
            double ours, double moreForUs, double moreForThem, Map<String, String> more) {
        public Left {
            more = Map.copyOf(more);
        }

        /** Whether there was anything, as far as anybody can tell. */
        public boolean hasAnything() {
            return ours >= 1 || moreForUs + moreForThem >= 1;
        }
    }

    /**
     * An offer that moved from the one before.
     *
     * @param after the first offer of the table
     * @param cost to whoever made it; negative where they asked for more
     * @param gift to the other side
     * @param back what came back for it
     * @param issues how many it moved at once
     */
    public record Step(
            boolean ours,
            MemberId by,
            Instant at,
            Duration after,
            String words,
            double cost,
            double gift,
            double back,
            int issues) {}

    public List<Step> of(boolean ourSide) {
        return steps.stream().filter(step -> step.ours() == ourSide).toList();
    }

    public double gave() {
        return of(true).stream().mapToDouble(step -> Math.max(0, step.cost())).sum();
    }

    public double got() {
        return of(false).stream().mapToDouble(step -> Math.max(0, step.gift())).sum();
    }

    /**
     * How far the result lies from one of the lines drawn before; empty where either is missing.
     */
    public Optional<Double> against(Optional<Double> line) {
        return ours.flatMap(points -> line.map(drawn -> points - drawn));
    }
}
