package app.rapport.experience.model;

import app.rapport.customerbase.MeanRating;
import app.rapport.customerbase.NetPromoter;
import app.rapport.customerbase.Proportion;
import app.rapport.customerbase.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the answers of many customers say together, as the field defines it. */
public final class Figures {
    private Figures() {}

    /** How many gave this rating. */
    public record Tally(Measure measure, Occasion occasion, int rating, long count) {}

    /**
     * @param occasion empty over all of them
     * @param main the Net Promoter Score, or the mean; empty with too few answers
     * @param share of promoters, of the satisfied (4 and 5 of 5), of those to whom it was easy (5
     *     to 7 of 7)
     */
    public record Figure(
            Measure measure,
            Optional<Occasion> occasion,
            long answers,
            Optional<Range> main,
            Range share) {}

    /** For each measure over all occasions and for each of them, where there are answers. */
    public static List<Figure> of(List<Tally> tallies) {
        List<Figure> figures = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            List<Tally> own = tallies.stream().filter(one -> one.measure() == measure).toList();
            add(figures, measure, Optional.empty(), own);
            for (Occasion occasion : Occasion.values())
                add(
                        figures,
                        measure,
                        Optional.of(occasion),
                        own.stream().filter(one -> one.occasion() == occasion).toList());
        }
        return figures;
    }

    private static void add(
            List<Figure> figures,
            Measure measure,
            Optional<Occasion> occasion,
            List<Tally> tallies) {
        long[] counts = new long[measure.highest() - measure.lowest() + 1];
        for (Tally tally : tallies) counts[tally.rating() - measure.lowest()] += tally.count();
        long answers = Arrays.stream(counts).sum();
        if (answers > 0)
            figures.add(
                    new Figure(
                            measure,
                            occasion,
                            answers,
                            main(measure, counts),
                            share(measure, counts)));
    }

    private static Optional<Range> main(Measure measure, long[] counts) {
        return measure == Measure.NPS
                ? NetPromoter.of(counts).range()
                : MeanRating.range(measure.lowest(), counts);
    }

    private static Range share(Measure measure, long[] counts) {
        int from = measure.goodFrom() - measure.lowest();
        long good = Arrays.stream(counts, from, counts.length).sum();
        return Proportion.range(good, Arrays.stream(counts).sum());
    }
}
