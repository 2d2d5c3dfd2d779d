package app.rapport.calls.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * Days from the beginning of a deal to its being won: of deals with a talk whose plan was sent
 * ahead, and of deals with talks but no such plan. Told apart by the rank test of Mann and Whitney
 * (1947) with the correction for ties, at 5 % of each tail; its normal approximation is fair from
 * about ten of each.
 */
public record SaleLength(List<Integer> with, List<Integer> without) {
    private static final int ENOUGH = 10;
    private static final double TAIL = 1.645;

    public SaleLength {
        with = with.stream().sorted().toList();
        without = without.stream().sorted().toList();
    }

    public boolean isKnown() {
        return with.size() >= ENOUGH && without.size() >= ENOUGH;
    }

    /** How far ranks are from what chance alone makes them; below nought where plans go shorter. */
    double score() {
        List<Integer> all = Stream.concat(with.stream(), without.stream()).sorted().toList();
        double n = with.size();
        double m = without.size();
        double rankSum = with.stream().mapToDouble(days -> rank(all, days)).sum();
        double u = rankSum - n * (n + 1) / 2;
        double ties = all.stream().distinct().mapToDouble(days -> cubed(times(all, days))).sum();
        double total = n + m;
        double spread = n * m / 12 * (total + 1 - ties / (total * (total - 1)));
        return spread == 0 ? 0 : (u - n * m / 2) / Math.sqrt(spread);
    }

    /** The middle of the ranks of those that are equal. */
    private static double rank(List<Integer> sorted, int days) {
        return (sorted.indexOf(days) + sorted.lastIndexOf(days)) / 2.0 + 1;
    }

    private static int times(List<Integer> sorted, int days) {
        return sorted.lastIndexOf(days) - sorted.indexOf(days) + 1;
    }

    private static double cubed(double times) {
        return times * times * times - times;
    }

    private static int middle(List<Integer> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    public String words() {
        if (with.isEmpty() && without.isEmpty())
            return "Not known yet: no deal was won so far after a talk that was logged.";
        String figures =
                "With a plan sent ahead: %s. Without: %s.".formatted(told(with), told(without));
        if (!isKnown()) return "Not known yet. " + figures + " It takes 10 of each to say more.";
        double score = score();
        if (Math.abs(score) <= TAIL) return "No difference that is more than chance. " + figures;
        return (score < 0
                        ? "Deals with a plan sent ahead are won sooner. "
                        : "Deals with a plan sent ahead take longer. ")
                + figures
                + " That does not say which comes of which: a plan may be easier to send where a sale goes well.";
    }

    private static String told(List<Integer> days) {
        return switch (days.size()) {
            case 0 -> "no deal won";
            case 1 -> "1 deal won, in " + days.getFirst() + " days";
            default ->
                    "%d deals won, the middle one in %d days".formatted(days.size(), middle(days));
        };
    }
}
