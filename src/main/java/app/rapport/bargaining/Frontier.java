package app.rapport.bargaining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The outcomes that no other betters for one side without worsening it for the other (Pareto 1906;
 * Raiffa 1982, The Art and Science of Negotiation, chapter 11). Utilities are sums over issues, so
 * the frontier of all issues is found in the sum of the issues' own frontiers: a part that is
 * dominated cannot belong to a whole that is not. Outcomes are never enumerated.
 *
 * <p>Exact while no step adds more than {@value #MOST} pairs up, and all together keep no more than
 * {@value #KEPT}. Beyond that some are left out, and {@link #guarantee()} says what that may cost:
 * for each outcome there is a point here that is no worse for us and worse for them by that much at
 * most.
 */
public final class Frontier {
    private static final int MOST = 500_000;

    /** Of all steps together, or hundreds of issues would fill the memory: 8 bytes each. */
    private static final int KEPT = 10_000_000;

    private final Negotiation negotiation;
    private final List<Step> steps = new ArrayList<>();
    private final double tolerance;
    private final Front front;
    private double guarantee;

    /** What one issue added: for each pair its option and the pair of the step before. */
    private record Step(int issue, int[] parents, int[] options) {}

    private Frontier(Negotiation negotiation, int most) {
        this.negotiation = negotiation;
        double scale = Tolerance.scale(negotiation.ours(), negotiation.theirs());
        this.tolerance = Tolerance.SAME * scale;
        Front current = Front.beginning();
        long left = KEPT;
        for (int issue : fewestOptionsFirst()) {
            int room =
                    (int) Math.clamp(left / (negotiation.domain().size() - steps.size()), 1, most);
            double noise = Tolerance.NOISE * scale;
            Front options =
                    Front.of(
                            worth(negotiation.ours(), issue),
                            worth(negotiation.theirs(), issue),
                            noise);
            current = kept(current, fitted(current, room, options.size()));
            current = current.plus(fitted(options, room, current.size()), noise);
            left -= current.size();
            steps.add(new Step(issue, current.parents(), current.options()));
        }
        front = kept(current, current.distinct(tolerance));
    }

    public static Frontier of(Negotiation negotiation) {
        return new Frontier(negotiation, MOST);
    }

    /** With time for so many pairs a step only. */
    static Frontier of(Negotiation negotiation, int most) {
        return new Frontier(negotiation, most);
    }

    private List<Integer> fewestOptionsFirst() {
        return IntStream.range(0, negotiation.domain().size())
                .boxed()
                .sorted(Comparator.comparingInt(negotiation.domain()::options))
                .toList();
    }

    private static double[] worth(Utility side, int issue) {
        return IntStream.range(0, side.options(issue))
                .mapToDouble(o -> side.of(issue, o))
                .toArray();
    }

    /** What is left of a step's pairs takes their place. */
    private Front kept(Front pairs, Front left) {
        if (left.size() < pairs.size())
            steps.set(
                    steps.size() - 1,
                    new Step(steps.getLast().issue(), left.parents(), left.options()));
        return left;
    }

    /** So many pairs that those added to them make no more than the most. */
    private Front fitted(Front front, int most, int others) {
        int room = Math.max((int) Math.sqrt(most), most / others);
        if (front.size() <= room) return front;
        double slack = 2 * front.spread() / room;
        guarantee += slack;
        return front.thinned(slack);
    }

    public Negotiation negotiation() {
        return negotiation;
    }

    public int size() {
        return front.size();
    }

    public double ours(int at) {
        return front.ours(at);
    }

    public double theirs(int at) {
        return front.theirs(at);
    }

    public boolean exact() {
        return guarantee == 0;
    }

    /** How much more for them an outcome might be than the nearest point here; 0 when exact. */
    public double guarantee() {
        return guarantee;
    }

    double tolerance() {
        return tolerance;
    }

    /** The points by falling ours; of outcomes that are worth the same to both, one. */
    public Point point(int at) {
        int[] options = new int[steps.size()];
        int pair = at;
        for (Step step : steps.reversed()) {
            options[step.issue()] = step.options()[pair];
            pair = step.parents()[pair];
        }
        return negotiation.point(new Outcome(options));
    }

    public List<Point> points() {
        return IntStream.range(0, size()).mapToObj(this::point).toList();
    }

    /** Whether no outcome is better for one side and no worse for the other. */
    public boolean holds(double ours, double theirs) {
        for (int i = 0; i < size(); i++) {
            double more = ours(i) - ours;
            double moreForThem = theirs(i) - theirs;
            boolean noWorse = more >= -tolerance && moreForThem >= -tolerance;
            if (noWorse && (more > tolerance || moreForThem > tolerance)) return false;
        }
        return true;
    }
}
