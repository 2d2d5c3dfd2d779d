package app.rapport.mirror.model;

import app.rapport.kernel.Estimate;
import app.rapport.promises.model.Trust;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A share of a figure's facts that went as a customer would wish. */
public enum Measure {
    QUICK(
            Figure.ANSWERS,
            EnumSet.of(Group.HOUR, Group.HOURS, Group.DAY),
            EnumSet.noneOf(Group.class)),
    ANSWERED(Figure.ANSWERS, EnumSet.range(Group.HOUR, Group.LATER), EnumSet.noneOf(Group.class)),
    KEPT(Figure.PROMISES, EnumSet.of(Group.KEPT), EnumSet.of(Group.MOVED)),
    GIVING(Figure.WRITING, EnumSet.of(Group.GIVING), EnumSet.of(Group.ANSWERING)),
    THANKED(Figure.THANKS, EnumSet.of(Group.THANKED), EnumSet.of(Group.UNPROMPTED));

    /** Fewer facts tell nothing. */
    public static final int FEWEST = 5;

    private final Figure figure;
    private final Set<Group> good;
    private final Set<Group> neither;

    Measure(Figure figure, Set<Group> good, Set<Group> neither) {
        this.figure = figure;
        this.good = good;
        this.neither = neither;
    }

    public Figure figure() {
        return figure;
    }

    /**
     * In percent, with the 90 % range of a beta distribution in which one fact went well and one
     * did not before any is known (Laplace's rule of succession).
     *
     * @param counts of the figure's groups
     */
    public Estimate of(Map<Group, Long> counts) {
        long went = sum(counts, good);
        long all = went;
        for (Group group : figure.groups())
            if (!good.contains(group) && !neither.contains(group))
                all += counts.getOrDefault(group, 0L);
        if (all < FEWEST)
            return new Estimate.NotKnownYet(all + " of " + FEWEST + " facts within 90 days.");
        double a = went + 1;
        double b = all - went + 1;
        double value = a / (a + b);
        return new Estimate.Known(
                100 * value,
                100 * Math.min(value, Trust.quantile(a, b, .05)),
                100 * Math.max(value, Trust.quantile(a, b, .95)));
    }

    private static long sum(Map<Group, Long> counts, Set<Group> groups) {
        return groups.stream().mapToLong(group -> counts.getOrDefault(group, 0L)).sum();
    }
}
