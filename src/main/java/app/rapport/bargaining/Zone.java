package app.rapport.bargaining;

/**
 * The zone of possible agreement (Raiffa 1982, chapter 4): the part of a frontier that is no worse
 * for either than disagreement. Ours falls along it and theirs rises, so the part is one stretch.
 */
public final class Zone {
    private final Frontier frontier;
    private final double ours;
    private final double theirs;
    private final int first;
    private final int last;

    private Zone(Frontier frontier, double ours, double theirs, int first, int last) {
        this.frontier = frontier;
        this.ours = ours;
        this.theirs = theirs;
        this.first = first;
        this.last = last;
    }

    /** What is no worse than so much. */
    static Zone from(Frontier frontier, double ours, double theirs) {
        int first = 0;
        int last = frontier.size() - 1;
        while (first <= last && frontier.theirs(first) < theirs - frontier.tolerance()) first++;
        while (last >= first && frontier.ours(last) < ours - frontier.tolerance()) last--;
        return new Zone(frontier, ours, theirs, first, last);
    }

    /** All of the frontier, also what is worse than nothing. */
    static Zone whole(Frontier frontier) {
        return new Zone(frontier, 0, 0, 0, frontier.size() - 1);
    }

    /** From the reservations; a side that gave none is taken to accept whatever is worth 0. */
    public static Zone of(Frontier frontier) {
        Negotiation of = frontier.negotiation();
        return from(
                frontier, of.ours().reservation().orElse(0), of.theirs().reservation().orElse(0));
    }

    public boolean isEmpty() {
        return first > last;
    }

    /** The most that both together can gain over walking away; 0 where they cannot agree. */
    public double surplus() {
        double most = 0;
        for (int i = first; i <= last; i++) most = Math.max(most, gain(i) + gainForThem(i));
        return most;
    }

    Frontier frontier() {
        return frontier;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    double gain(int at) {
        return frontier.ours(at) - ours;
    }

    double gainForThem(int at) {
        return frontier.theirs(at) - theirs;
    }

    /** Whether a point is to be taken instead of one before it, where a measure ties. */
    boolean fairer(int at, int than) {
        double more = gain(at) + gainForThem(at) - gain(than) - gainForThem(than);
        if (Math.abs(more) > frontier.tolerance()) return more > 0;
        return least(at) > least(than) + frontier.tolerance();
    }

    private double least(int at) {
        return Math.min(gain(at), gainForThem(at));
    }
}
