package app.rapport.conversations.model;

import app.rapport.customerbase.Rhythm;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What passed between a member and one person, summed up. It is true of every moment from {@code
 * from}, when all of it was known, until before {@code until}, when something further counts.
 *
 * @param exchanges none where the first is still to count
 * @param fromThem how many of the exchanges were theirs
 * @param days on how many days, by UTC, there was one
 * @param last when the newest was
 * @param lastOurs whether it was ours
 */
public record Acquaintance(
        PersonId person,
        int exchanges,
        int fromThem,
        int days,
        Rhythm.Habit habit,
        Instant last,
        TouchId lastTouch,
        boolean lastOurs,
        Instant from,
        Instant until) {

    /** Later than anything that is stored. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    public boolean isTrueOf(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    /**
     * One exchange.
     *
     * @param known from when it counts: it has happened, and we know of it
     * @param gone from when it counts no more, because a corrected entry stands in its place
     */
    public record Exchange(
            PersonId person,
            TouchId touch,
            Instant at,
            Instant known,
            Instant gone,
            boolean ours) {}

    /** Sums up the exchanges with one person, given from the oldest to the newest. */
    public static final class Sum {
        private static final long SECONDS_A_DAY = 86_400;

        private final PersonId person;
        private final Instant moment;
        private int exchanges;
        private int fromThem;
        private int days;
        private Rhythm.Habit habit = Rhythm.Habit.NONE;
        private Instant last = Instant.EPOCH;
        private TouchId lastTouch = new TouchId(new UUID(0, 0));
        private boolean lastOurs;
        private Instant from = Instant.EPOCH;
        private Instant until = NEVER;

        /**
         * @param moment up to which exchanges count
         */
        public Sum(PersonId person, Instant moment) {
            this.person = person;
            this.moment = moment;
        }

        public void add(Exchange one) {
            boundary(one.known());
            boundary(one.gone());
            if (one.known().isAfter(moment) || !one.gone().isAfter(moment)) return;
            if (exchanges > 0) habit = habit.after(days(last, one.at()));
            if (exchanges == 0 || day(last) != day(one.at())) days++;
            exchanges++;
            if (!one.ours()) fromThem++;
            last = one.at();
            lastTouch = one.touch();
            lastOurs = one.ours();
        }

        /** The sum is another before that moment than from it on. */
        private void boundary(Instant change) {
            if (change.isAfter(moment)) {
                if (change.isBefore(until)) until = change;
            } else if (change.isAfter(from)) from = change;
        }

        private static long day(Instant at) {
            return Math.floorDiv(at.getEpochSecond(), SECONDS_A_DAY);
        }

        private static double days(Instant from, Instant to) {
            return Duration.between(from, to).toMinutes() / 1440.0;
        }

        /** Without exchanges where none counts by then. */
        public Acquaintance result() {
            return new Acquaintance(
                    person, exchanges, fromThem, days, habit, last, lastTouch, lastOurs, from,
                    until);
        }
    }
}
