package app.rapport.bargaining;

import app.rapport.bargaining.MadeNegotiations.Opposition;
import java.util.List;

/**
 * The frontier beside plain enumeration in the same run, warm: {@code java -cp …
 * app.rapport.bargaining.FrontierBench}. Not a test; the figures stand in docs/bargaining.md.
 */
final class FrontierBench {
    private static final int ROUNDS = 7;

    private FrontierBench() {}

    public static void main(String[] args) {
        MadeNegotiations made = new MadeNegotiations(2026);
        for (Opposition opposition : Opposition.values()) {
            compare(opposition, made.next(8, 5, opposition));
            compare(opposition, made.next(12, 10, opposition));
        }
    }

    private static void compare(Opposition opposition, Negotiation negotiation) {
        System.out.printf("%s, %s outcomes%n", opposition, negotiation.domain().outcomes());
        for (int round = 0; round < ROUNDS; round++) frontier(negotiation);
        if (negotiation.domain().outcomes().bitLength() < 32) enumeration(negotiation);
    }

    private static void frontier(Negotiation negotiation) {
        long start = System.nanoTime();
        Frontier frontier = Frontier.of(negotiation);
        Solutions solutions = Solutions.fromNothing(frontier);
        System.out.printf(
                "  merged: %.1f ms, %d points, guarantee %.2g%n",
                (System.nanoTime() - start) / 1e6, frontier.size(), frontier.guarantee());
        if (solutions.nash().isEmpty()) throw new IllegalStateException();
    }

    /** One pass for the points, a sort and a sweep for the frontier: the best a list can do. */
    private static void enumeration(Negotiation negotiation) {
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            List<Point> points =
                    new Enumeration(negotiation)
                            .points().stream()
                                    .sorted((a, b) -> Double.compare(b.ours(), a.ours()))
                                    .toList();
            int size = 0;
            double best = Double.NEGATIVE_INFINITY;
            for (Point point : points)
                if (point.theirs() > best + 1e-9) {
                    best = point.theirs();
                    size++;
                }
            System.out.printf(
                    "  enumerated: %.1f ms, about %d points%n",
                    (System.nanoTime() - start) / 1e6, size);
        }
    }
}
