package app.rapport.bargaining.course;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Reads a sequence of offers as far as it bears: how each side concedes, who moves next, how far
 * they will probably go, and whether time presses.
 */
public final class Reading {
    /** A fall smaller than this, of utilities between 0 and 1, is no concession. */
    private static final double NOTHING = 0.02;

    private static final int FEWEST = 3;
    private static final double BOULWARE_BELOW = 0.6;
    private static final double CONCEDER_ABOVE = 1 / BOULWARE_BELOW;
    private static final double ECHO = 0.8;
    private static final int FEWEST_ECHOES = 5;
    private static final double LATE = 0.8;

    private final List<Turn> turns;

    public Reading(List<Turn> turns) {
        this.turns = List.copyOf(turns);
    }

    private List<Turn> by(Turn.Side side) {
        return turns.stream().filter(turn -> turn.by() == side).toList();
    }

    /** What a side gave away of its own, from its first offer to its lowest. */
    public double conceded(Turn.Side side) {
        List<Turn> made = by(side);
        if (made.isEmpty()) return 0;
        double lowest = made.stream().mapToDouble(Turn::own).min().orElseThrow();
        return made.getFirst().own() - lowest;
    }

    public Concessions of(Turn.Side side) {
        List<Turn> made = by(side);
        if (made.size() < FEWEST) return Concessions.UNKNOWN;
        if (conceded(side) < NOTHING) return Concessions.NONE;
        // who answers like with like has no curve of their own; time would fit it by chance
        if (echo(side) > ECHO) return Concessions.TIT_FOR_TAT;
        double e = e(made);
        if (e < BOULWARE_BELOW) return Concessions.BOULWARE;
        return e > CONCEDER_ABOVE ? Concessions.CONCEDER : Concessions.LINEAR;
    }

    /**
     * The e of t^(1/e): the mean of what was given so far over time, of all that was given, is e /
     * (1 + e). A mean bears offers that go back and forth better than a curve put through them.
     */
    private static double e(List<Turn> made) {
        double first = made.getFirst().own();
        double all = first - made.stream().mapToDouble(Turn::own).min().orElseThrow();
        double area = 0;
        for (int i = 1; i < made.size(); i++) {
            double before = Math.clamp((first - made.get(i - 1).own()) / all, 0, 1);
            double after = Math.clamp((first - made.get(i).own()) / all, 0, 1);
            area += (before + after) / 2 * (made.get(i).time() - made.get(i - 1).time());
        }
        double span = Math.max(1e-9, made.getLast().time() - made.getFirst().time());
        double mean = Math.clamp(area / span, 0.02, 0.98);
        return mean / (1 - mean);
    }

    /** How far a side's steps go with the steps just made towards it: a correlation. */
    private double echo(Turn.Side side) {
        List<double[]> pairs = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).by() != side) continue;
            OptionalDouble mine = step(i, side, true);
            OptionalDouble given = before(i, side.opposite());
            if (mine.isPresent() && given.isPresent())
                pairs.add(new double[] {given.getAsDouble(), mine.getAsDouble()});
        }
        return pairs.size() < FEWEST_ECHOES ? 0 : Echo.of(pairs);
    }

    /** What the other's last offer before this turn gave this side. */
    private OptionalDouble before(int turn, Turn.Side other) {
        for (int i = turn - 1; i >= 0; i--)
            if (turns.get(i).by() == other) return step(i, other, false);
        return OptionalDouble.empty();
    }

    /** From a side's offer before this one: what it gave of its own, or what it gave the other. */
    private OptionalDouble step(int turn, Turn.Side side, boolean ofItsOwn) {
        for (int i = turn - 1; i >= 0; i--) {
            if (turns.get(i).by() != side) continue;
            Turn from = turns.get(i);
            Turn to = turns.get(turn);
            return OptionalDouble.of(ofItsOwn ? from.own() - to.own() : to.other() - from.other());
        }
        return OptionalDouble.empty();
    }

    /** Whoever did not make the last offer; of two that came in a row, the one who waits. */
    public Turn.Side next() {
        return turns.isEmpty() ? Turn.Side.OURS : turns.getLast().by().opposite();
    }

    /**
     * How far a side will probably move with its next offer: what it gave in its last three steps,
     * in the mean, or for tit for tat what it was just given.
     */
    public OptionalDouble nextStep(Turn.Side side) {
        List<Turn> made = by(side);
        if (made.size() < 2) return OptionalDouble.empty();
        if (of(side) == Concessions.TIT_FOR_TAT) return lastGiven(side.opposite());
        int from = Math.max(0, made.size() - 1 - FEWEST);
        double fall = made.get(from).own() - made.getLast().own();
        return OptionalDouble.of(Math.max(0, fall / (made.size() - 1 - from)));
    }

    private OptionalDouble lastGiven(Turn.Side side) {
        for (int i = turns.size() - 1; i >= 0; i--)
            if (turns.get(i).by() == side) return step(i, side, false);
        return OptionalDouble.empty();
    }

    /** Little time is left, or a side's steps grow as it runs out. */
    public boolean timePresses(Turn.Side side) {
        List<Turn> made = by(side);
        if (!turns.isEmpty() && turns.getLast().time() >= LATE) return true;
        if (made.size() < FEWEST + 1) return false;
        int last = made.size() - 1;
        double now = made.get(last - 1).own() - made.get(last).own();
        double before = made.get(last - 2).own() - made.get(last - 1).own();
        double earlier = made.get(last - 3).own() - made.get(last - 2).own();
        return now > before + NOTHING && before > earlier + NOTHING;
    }
}
