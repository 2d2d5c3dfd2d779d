package app.rapport.conversations.answers;

import app.rapport.customerbase.Rhythm;
import java.util.Optional;

/**
 * When a good relation is going quiet: both sides have kept it up, its rhythm is known, and the
 * silence is longer than that rhythm may well be, but not so long that it has become the rule. Who
 * wrote in a single burst has no rhythm; who has been gone for five usual gaps is gone, and Today
 * is not where to win them back.
 */
public final class GoingQuiet {
    private static final int FEWEST_EXCHANGES = 6;
    private static final int FEWEST_DAYS = 5;
    private static final double LEAST_SHARE = .2;
    private static final double SHORTEST_SILENCE = 7;
    private static final double UNUSUAL = .1;
    private static final double STILL_IN_TOUCH = .35;
    private static final double GONE_AFTER_GAPS = 5;

    private GoingQuiet() {}

    /**
     * A relation so far.
     *
     * @param exchanges either way, {@code fromThem} those of them that were theirs
     * @param days on which there was one
     * @param silence days since the last, without the holidays in between
     */
    public record Relation(
            Rhythm.Habit habit, int exchanges, int fromThem, int days, double silence) {
        boolean isKeptUpByBoth() {
            return fromThem >= LEAST_SHARE * exchanges
                    && exchanges - fromThem >= LEAST_SHARE * exchanges;
        }
    }

    /**
     * @param chance that the two are in touch within 30 days all the same
     * @param weight orders those who are going quiet, 0 to 1
     */
    public record Finding(Rhythm.Gap usual, double chance, double weight) {}

    /** Empty when it is not going quiet, or not known. */
    public static Optional<Finding> of(Rhythm rhythm, Relation relation) {
        Rhythm.Habit habit = relation.habit();
        double silence = relation.silence();
        if (silence <= SHORTEST_SILENCE
                || relation.exchanges() < FEWEST_EXCHANGES
                || relation.days() < FEWEST_DAYS
                || !relation.isKeptUpByBoth()) return Optional.empty();
        Optional<Rhythm.Gap> usual = rhythm.usual(habit);
        if (usual.isEmpty()) return Optional.empty();
        boolean longer = silence > usual.get().high();
        boolean gone =
                silence > GONE_AFTER_GAPS * usual.get().median()
                        || rhythm.alive(habit, silence) < STILL_IN_TOUCH;
        double stillUsual = rhythm.stillUsual(habit, silence);
        if (!longer || gone || stillUsual >= UNUSUAL) return Optional.empty();
        return Optional.of(
                new Finding(
                        usual.get(),
                        rhythm.within(habit, silence, 30),
                        Math.min(1, relation.exchanges() / 40.0) * (1 - stillUsual)));
    }
}
