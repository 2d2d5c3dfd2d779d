package app.rapport.customerbase;

import java.util.Optional;

/**
 * How regularly two sides are in touch. Gaps between exchanges are exponential with a rate of their
 * own that is not known for certain: a gamma prior on it gives Lomax-distributed gaps (Lomax 1954;
 * the rate heterogeneity of Schmittlein, Morrison and Colombo 1987), whose long tail says that
 * people fall silent. Older gaps are forgotten by a factor for each newer one, so that the rhythm
 * may change; with few gaps the workspace's usual one speaks. All times in days.
 */
public final class Rhythm {
    private static final double FORGET = 0.85;
    private static final int FEWEST_GAPS = 4;

    /** Chance that an exchange was the last one; what two archives of mail bore out. */
    private static final double LAST_ONE = 0.03;

    private final double priorShape;
    private final double priorGap;

    /**
     * @param priorShape how many gaps the workspace's habit is worth, above 0
     * @param priorGap the workspace's usual gap, above 0
     */
    public Rhythm(double priorShape, double priorGap) {
        this.priorShape = priorShape;
        this.priorGap = priorGap;
    }

    public static Rhythm usual() {
        return new Rhythm(1.0, 18);
    }

    /** What the gaps so far say; each newer exchange gives the next from the former. */
    public record Habit(double weight, double sum, int gaps) {
        public static final Habit NONE = new Habit(0, 0, 0);

        /**
         * @param gap days since the exchange before, 0 or more
         */
        public Habit after(double gap) {
            return new Habit(weight * FORGET + 1, sum * FORGET + Math.max(gap, 0.02), gaps + 1);
        }
    }

    /**
     * Chance of an exchange within the next days.
     *
     * @param silence days since the last one, 0 or more
     * @param horizon days, above 0
     */
    public double within(Habit habit, double silence, double horizon) {
        double shape = priorShape + habit.weight();
        double scale = priorShape * priorGap + habit.sum() + silence;
        return alive(habit, silence) * (1 - Math.pow(scale / (scale + horizon), shape));
    }

    /**
     * Chance that the two sides are still in touch after this silence: after each exchange they may
     * have parted for good (the dropout of the BG/NBD model, Fader, Hardie and Lee 2005).
     */
    public double alive(Habit habit, double silence) {
        double goesOn = (1 - LAST_ONE) * stillUsual(habit, silence);
        return goesOn / (LAST_ONE + goesOn);
    }

    /** The usual gap with its 90 % range; empty with fewer than four gaps. */
    public Optional<Gap> usual(Habit habit) {
        if (habit.gaps() < FEWEST_GAPS) return Optional.empty();
        double shape = priorShape + habit.weight();
        double scale = priorShape * priorGap + habit.sum();
        return Optional.of(
                new Gap(
                        quantile(shape, scale, .5),
                        quantile(shape, scale, .05),
                        quantile(shape, scale, .95)));
    }

    /** Days: the middle one, and the range that holds nine of ten gaps. */
    public record Gap(double median, double low, double high) {}

    private static double quantile(double shape, double scale, double p) {
        return scale * (Math.pow(1 - p, -1 / shape) - 1);
    }

    /**
     * Chance that a silence this long or longer comes about while the habit goes on as it was; 0 to
     * 1.
     */
    public double stillUsual(Habit habit, double silence) {
        double shape = priorShape + habit.weight();
        double scale = priorShape * priorGap + habit.sum();
        return Math.pow(scale / (scale + silence), shape);
    }
}
