package app.rapport.customerbase;

import java.util.Optional;

/**
 * The Net Promoter Score: the share of promoters (9 and 10 of 10) less that of detractors (0 to 6),
 * from −100 to 100. Reichheld, "The one number you need to grow", Harvard Business Review 81
 * (2003). The range rests on the variance of a difference of two shares of one multinomial sample,
 * {@code (p + d − (p − d)²) / n}; with fewer than ten answers there is none.
 */
public record NetPromoter(long promoters, long passives, long detractors) {
    private static final int FEWEST = 10;

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
        double n = answers();
        double p = promoters / n;
        double d = detractors / n;
        return 100 * Math.sqrt((p + d - (p - d) * (p - d)) / n);
    }

    public Optional<Range> range() {
        if (answers() < FEWEST) return Optional.empty();
        double half = Range.Z * standardError();
        return Optional.of(new Range(score(), score() - half, score() + half).within(-100, 100));
    }
}
