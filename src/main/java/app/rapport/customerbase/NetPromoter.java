package app.rapport.customerbase;

import java.util.Optional;

/**
 * The Net Promoter Score: the share of promoters (9 and 10 of 10) less that of detractors (0 to 6),
 * from −100 to 100. Reichheld, "The one number you need to grow", Harvard Business Review 81
 * (2003). The range is the adjusted Wald interval of Rocks, "Interval estimation for the 'Net
 * Promoter Score'", The American Statistician 70 (2016): three answers are added, three quarters of
 * one to each end, before the variance of a difference of two shares of one multinomial sample is
 * taken, {@code (p + d − (p − d)²) / n}. So ten who all promote are no certainty. With fewer than
 * ten answers there is none.
 */
public record NetPromoter(long promoters, long passives, long detractors) {
    private static final int FEWEST = 10;
    private static final double ADDED = 3;
    private static final double ADDED_TO_EACH_END = .75;

    public NetPromoter {
        if (promoters < 0 || passives < 0 || detractors < 0)
            throw new IllegalArgumentException("less than nobody");
    }

    /**
     * @param counts how many gave 0, 1, … 10
     */
    public static NetPromoter of(long[] counts) {
        long detractors = 0;
        for (int rating = 0; rating <= 6; rating++) detractors += counts[rating];
        return new NetPromoter(counts[9] + counts[10], counts[7] + counts[8], detractors);
    }

    public long answers() {
        return promoters + passives + detractors;
    }

    /** Of at least one answer. */
    public double score() {
        return 100.0 * (promoters - detractors) / answers();
    }

    /** In points, of at least one answer. */
    public double standardError() {
        return standardError((double) promoters, (double) detractors, (double) answers());
    }

    private static double standardError(double promoters, double detractors, double answers) {
        double p = promoters / answers;
        double d = detractors / answers;
        return 100 * Math.sqrt((p + d - (p - d) * (p - d)) / answers);
    }

    public Optional<Range> range() {
        if (answers() < FEWEST) return Optional.empty();
        double p = promoters + ADDED_TO_EACH_END;
        double d = detractors + ADDED_TO_EACH_END;
        double n = answers() + ADDED;
        return Optional.of(
                Range.around(score(), 100 * (p - d) / n, Range.Z * standardError(p, d, n))
                        .within(-100, 100));
    }
}
