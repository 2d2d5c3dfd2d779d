package app.rapport.bargaining;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Pieces of several kinds shared between two sides, each piece worth so many points to either. A
 * division is a negotiation with one issue a kind: how many pieces go to whom. A piece that would
 * cost a side points may be left lying.
 */
public record Division(List<Integer> pieces, List<Double> ours, List<Double> theirs) {
    public Division {
        pieces = List.copyOf(pieces);
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
    }

    /** Points of pieces taken. */
    public static double points(List<Integer> taken, List<Double> each) {
        return IntStream.range(0, taken.size()).mapToDouble(i -> taken.get(i) * each.get(i)).sum();
    }

    public Frontier frontier() {
        return Frontier.of(
                new Negotiation(
                        new Domain(
                                IntStream.range(0, pieces.size()).mapToObj(this::issue).toList()),
                        side(true),
                        side(false)));
    }

    private Issue issue(int kind) {
        return new Issue(
                Integer.toString(kind),
                Issue.Kind.NUMBER,
                IntStream.rangeClosed(0, pieces.get(kind)).mapToObj(Integer::toString).toList());
    }

    /** Option k of a kind: k pieces for us and the rest for them, as far as they want any. */
    private Utility side(boolean us) {
        double[][] worth = new double[pieces.size()][];
        for (int kind = 0; kind < worth.length; kind++) {
            int all = pieces.get(kind);
            double each = Math.max(0, (us ? ours : theirs).get(kind));
            worth[kind] =
                    IntStream.rangeClosed(0, all)
                            .mapToDouble(k -> each * (us ? k : all - k))
                            .toArray();
        }
        return new Utility(worth, OptionalDouble.empty(), OptionalDouble.empty());
    }
}
