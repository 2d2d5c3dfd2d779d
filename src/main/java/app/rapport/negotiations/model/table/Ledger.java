package app.rapport.negotiations.model.table;

import app.rapport.bargaining.course.Turn.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What was given, and what came back for it (norm of reciprocity: Gouldner 1960, American
 * Sociological Review 25:161-178).
 */
public record Ledger(List<Concession> entries) {
    public Ledger {
        entries = List.copyOf(entries);
    }

    public static Ledger of(List<Move> path, Valuation valuation) {
        List<Concession> entries = new ArrayList<>();
        for (int at = 0; at < path.size(); at++) {
            Move move = path.get(at);
            if (move.number() == 1) continue;
            entries.add(
                    new Concession(
                            move,
                            change(Side.OURS, move, valuation),
                            change(Side.THEIRS, move, valuation),
                            back(path, at, valuation)));
        }
        return new Ledger(entries);
    }

    private static double change(Side side, Move move, Valuation valuation) {
        return valuation.change(side, move.before(), move.standing());
    }

    /** What the other side's moves gave, until the same side moves again. */
    private static double back(List<Move> path, int at, Valuation valuation) {
        Side side = path.get(at).by();
        double sum = 0;
        for (int next = at + 1; next < path.size() && path.get(next).by() != side; next++)
            sum += change(side, path.get(next), valuation);
        return sum;
    }

    public List<Concession> by(Side side) {
        return entries.stream().filter(one -> one.move().by() == side).toList();
    }

    /** Our points that we gave away. */
    public double gave() {
        return by(Side.OURS).stream().mapToDouble(one -> Math.max(0, one.cost())).sum();
    }

    /** Our points that they gave us. */
    public double got() {
        return by(Side.THEIRS).stream().mapToDouble(one -> Math.max(0, one.gift())).sum();
    }

    /** What came back so far for each point that we gave; empty while we gave none. */
    public OptionalDouble reciprocity() {
        double gave = gave();
        return gave < Concession.NOTHING ? OptionalDouble.empty() : OptionalDouble.of(got() / gave);
    }
}
