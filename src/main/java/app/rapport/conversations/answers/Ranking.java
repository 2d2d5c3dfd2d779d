package app.rapport.conversations.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** How well scores order what happened from what did not. */
final class Ranking {
    private static final int RESAMPLES = 400;

    private Ranking() {}

    record Scored(double score, boolean happened) {}

    /**
     * Area under the ROC curve, ties shared (Hanley and McNeil 1982); NaN without both outcomes.
     */
    static double area(List<Scored> scored) {
        List<Scored> sorted =
                scored.stream().sorted(Comparator.comparingDouble(Scored::score)).toList();
        double ranks = 0;
        long positives = 0;
        for (int i = 0; i < sorted.size(); ) {
            int k = i;
            while (k < sorted.size() && sorted.get(k).score() == sorted.get(i).score()) k++;
            long here = sorted.subList(i, k).stream().filter(Scored::happened).count();
            ranks += here * (i + k + 1) / 2.0;
            positives += here;
            i = k;
        }
        long negatives = sorted.size() - positives;
        return (ranks - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }

    /** Mean precision at each that happened, highest score first. */
    static double averagePrecision(List<Scored> scored) {
        List<Scored> sorted =
                scored.stream()
                        .sorted(Comparator.comparingDouble(Scored::score).reversed())
                        .toList();
        double sum = 0;
        int hits = 0;
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).happened()) sum += (double) ++hits / (i + 1);
        }
        return hits == 0 ? Double.NaN : sum / hits;
    }

    /**
     * The 95 % interval of the area by the percentile bootstrap (Efron 1979); the same input gives
     * the same one.
     */
    static double[] interval(List<Scored> scored) {
        Random random = new Random(scored.size());
        double[] areas = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            List<Scored> sample = new ArrayList<>(scored.size());
            for (int i = 0; i < scored.size(); i++)
                sample.add(scored.get(random.nextInt(scored.size())));
            areas[r] = area(sample);
        }
        double[] valid =
                java.util.Arrays.stream(areas).filter(a -> !Double.isNaN(a)).sorted().toArray();
        if (valid.length == 0) return new double[] {Double.NaN, Double.NaN};
        return new double[] {
            valid[(int) (valid.length * .025)],
            valid[(int) Math.min(valid.length - 1, valid.length * .975)]
        };
    }
}
