package app.rapport.customerbase;

import java.util.Optional;

/**
 * How regularly two sides are in touch. Given its rate, contact is a Poisson process; the rate is
 * not known for certain and gamma distributed, so that counts are negative binomial (Greenwood and
 * Yule 1920; Ehrenberg 1959) and waits Lomax (the contact part of Schmittlein, Morrison and Colombo
 * 1987). What is long ago counts less, by power discounting of the gamma (Smith and Miller 1986,
 * JRSS B 48:79-88), so that a rhythm may change. Where there is little data the workspace's usual
 * rate speaks (empirical Bayes, Efron 2010). All times in days.
 */
public final class Rhythm {
    /**
     * How many days of watching the usual rate is worth; 3 to 7 did equally well on two archives.
     */
    private static final double WORTH = 5;

    /** Before a workspace shows its own: one exchange in 18 days. */
    private static final double USUAL_RATE = 1 / 18.0;

    private static final int FEWEST_GAPS = 4;

    /** Chance that an exchange was the last one; what two archives of mail bore out. */
    private static final double LAST_ONE = 0.03;

    /** 95 % point of the standard normal. */
    private static final double Z95 = 1.6449;

    private final double rate;

    private Rhythm(double rate) {
        this.rate = rate;
    }

    public static Rhythm usual() {
        return new Rhythm(USUAL_RATE);
    }

    /** Gathers what is usual in a workspace from everybody's habits. */
    public static final class Usual {
        // the unknown usual counts as one person more, so that a few people do not decide alone
        private double events = USUAL_RATE * WORTH;
        private double days = WORTH;

        /**
         * @param silence days since the last exchange
         */
        public void add(Habit habit, double silence) {
            Habit now = habit.silentFor(silence);
            events += now.events;
            days += now.days;
        }

        public Rhythm rhythm() {
            return new Rhythm(events / days);
        }
    }

    /**
     * What the exchanges so far say, as of the last one; each newer exchange gives the next from
     * the former.
     *
     * @param events exchanges, the older ones discounted; those of one day count as one
     * @param days time watched, discounted likewise
     * @param gaps how many gaps there were, in {@code span} days
     */
    public record Habit(double events, double days, int gaps, double span) {
        /** After the first exchange. */
        public static final Habit NONE = new Habit(1, 0, 0, 0);

        private static final double SHORTEST_HALF_LIFE = 20;
        private static final double LONGEST_HALF_LIFE = 180;

        /**
         * @param gap days since the exchange before, 0 or more
         */
        public Habit after(double gap) {
            Habit then = silentFor(gap);
            return new Habit(then.events + Math.min(1, gap), then.days, gaps + 1, span + gap);
        }

        /** The same without an exchange for so many days. */
        private Habit silentFor(double silence) {
            double keep = Math.pow(.5, 1 / halfLife(silence));
            double kept = Math.pow(keep, silence);
            return new Habit(events * kept, days * kept + (kept - 1) / Math.log(keep), gaps, span);
        }

        /** A mean gap, so that slow rhythms have a long memory. */
        private double halfLife(double silence) {
            return Math.clamp((span + silence) / (gaps + 1), SHORTEST_HALF_LIFE, LONGEST_HALF_LIFE);
        }
    }

    /**
     * Chance of an exchange within the next days.
     *
     * @param silence days since the last one, 0 or more
     * @param horizon days, above 0
     */
    public double within(Habit habit, double silence, double horizon) {
        return 1 - silent(habit.silentFor(silence), horizon);
    }

    /**
     * Chance that a silence this long or longer comes about while the habit goes on as it was; 0 to
     * 1.
     */
    public double stillUsual(Habit habit, double silence) {
        return silent(habit, silence);
    }

    private double silent(Habit habit, double span) {
        return Math.pow(watched(habit) / (watched(habit) + span), seen(habit));
    }

    private double seen(Habit habit) {
        return habit.events + rate * WORTH;
    }

    private double watched(Habit habit) {
        return habit.days + WORTH;
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
        return Optional.of(new Gap(gap(habit, 0), gap(habit, Z95), gap(habit, -Z95)));
    }

    /** Days: the mean gap and the range that holds it with 90 % certainty. */
    public record Gap(double median, double low, double high) {}

    /**
     * One over a gamma quantile, after Wilson and Hilferty (1931): within 3 % from two events on.
     */
    private double gap(Habit habit, double z) {
        double shape = seen(habit);
        double root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
        return watched(habit) / (shape * Math.pow(Math.max(.1, root), 3));
    }
}
