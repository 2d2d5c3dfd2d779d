package app.rapport.customerbase;

import java.util.Arrays;

/**
 * Whether several questions ask for the same thing: Cronbach's alpha of standardised items, {@code
 * k·r / (1 + (k − 1)·r)} with r the mean correlation between them. Cronbach, "Coefficient alpha and
 * the internal structure of tests", Psychometrika 16 (1951).
 */
public final class Reliability {
    private Reliability() {}

    /**
     * @param answers a row for each who answered, a column for each question; at least two of both
     */
    public static double alpha(double[][] answers) {
        int items = answers[0].length;
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < items; a++)
            for (int b = a + 1; b < items; b++) {
                sum += correlation(column(answers, a), column(answers, b));
                pairs++;
            }
        double mean = sum / pairs;
        return items * mean / (1 + (items - 1) * mean);
    }

    private static double[] column(double[][] rows, int at) {
        return Arrays.stream(rows).mapToDouble(row -> row[at]).toArray();
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double together = 0;
        double ofA = 0;
        double ofB = 0;
        for (int i = 0; i < a.length; i++) {
            together += (a[i] - meanA) * (b[i] - meanB);
            ofA += Math.pow(a[i] - meanA, 2);
            ofB += Math.pow(b[i] - meanB, 2);
        }
        return together / Math.sqrt(ofA * ofB);
    }
}
