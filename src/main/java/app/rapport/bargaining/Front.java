package app.rapport.bargaining;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Pairs of utilities by falling ours and rising theirs, none of them dominated. Each pair knows
 * from which pair it was made and which option was added to it.
 */
final class Front {
    private double[] ours;
    private double[] theirs;
    private int[] parent;
    private int[] option;
    private int size;

    /** Ours of the first of the pairs that were taken to be the last one. */
    private double anchor;

    private Front(int room) {
        ours = new double[room];
        theirs = new double[room];
        parent = new int[room];
        option = new int[room];
    }

    /** Nothing agreed upon yet. */
    static Front beginning() {
        Front front = new Front(1);
        front.append(0, 0, 0, 0);
        return front;
    }

    int size() {
        return size;
    }

    double ours(int at) {
        return ours[at];
    }

    double theirs(int at) {
        return theirs[at];
    }

    int[] parents() {
        return Arrays.copyOf(parent, size);
    }

    int[] options() {
        return Arrays.copyOf(option, size);
    }

    /** The options of one issue that are not dominated among themselves. */
    static Front of(double[] oursByOption, double[] theirsByOption, double slack) {
        Front all = new Front(oursByOption.length);
        IntStream.range(0, oursByOption.length)
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingDouble(o -> -oursByOption[o])
                                .thenComparingDouble(o -> -theirsByOption[o]))
                .forEach(o -> all.append(oursByOption[o], theirsByOption[o], 0, o));
        return all.distinct(slack);
    }

    /**
     * The front of all sums of a pair and an option of the next issue: their Minkowski sum, pruned
     * while it is merged. Of {@code a} pairs and {@code b} options it takes a * b * log b steps at
     * most, however many outcomes stand behind them.
     */
    Front plus(Front options, double slack) {
        return plus(options, 0, options.size, slack);
    }

    private Front plus(Front options, int from, int to, double slack) {
        if (to - from == 1) return shifted(options, from);
        int middle = (from + to) >>> 1;
        return merged(plus(options, from, middle, slack), plus(options, middle, to, slack), slack);
    }

    private Front shifted(Front options, int by) {
        Front front = new Front(size);
        for (int i = 0; i < size; i++)
            front.append(
                    ours[i] + options.ours[by],
                    theirs[i] + options.theirs[by],
                    i,
                    options.option[by]);
        return front;
    }

    private static Front merged(Front a, Front b, double slack) {
        Front front = new Front(a.size + b.size);
        int i = 0;
        int j = 0;
        while (i < a.size && j < b.size) {
            if (a.goesBefore(i, b, j)) front.add(a, i++, slack);
            else front.add(b, j++, slack);
        }
        while (i < a.size) front.add(a, i++, slack);
        while (j < b.size) front.add(b, j++, slack);
        return front;
    }

    private boolean goesBefore(int i, Front b, int j) {
        return ours[i] > b.ours[j] || (ours[i] == b.ours[j] && theirs[i] >= b.theirs[j]);
    }

    /** Pairs come by falling ours: what gives them no more than the last is dominated. */
    private void add(Front from, int i, double slack) {
        double a = from.ours[i];
        double b = from.theirs[i];
        if (size > 0 && b <= theirs[size - 1] + slack) return;
        if (size > 0 && anchor - a <= slack) set(size - 1, a, b, from.parent[i], from.option[i]);
        else append(a, b, from.parent[i], from.option[i]);
    }

    private void append(double a, double b, int from, int added) {
        anchor = a;
        set(size++, a, b, from, added);
    }

    private void set(int at, double a, double b, int from, int added) {
        ours[at] = a;
        theirs[at] = b;
        parent[at] = from;
        option[at] = added;
    }

    /** The same with pairs that tie taken as one. */
    Front distinct(double tolerance) {
        Front front = new Front(size);
        for (int i = 0; i < size; i++) front.add(this, i, tolerance);
        return front;
    }

    /**
     * Fewer pairs: whoever takes the next one before a pair left out gives up nothing of ours and
     * at most {@code slack} of theirs. The last, their best, stays.
     */
    Front thinned(double slack) {
        Front front = new Front(size);
        for (int i = 0; i < size; i++) {
            boolean last = i == size - 1;
            if (i == 0 || last || theirs[i] > front.theirs[front.size - 1] + slack)
                front.append(ours[i], theirs[i], parent[i], option[i]);
        }
        return front;
    }

    double spread() {
        return theirs[size - 1] - theirs[0];
    }
}
