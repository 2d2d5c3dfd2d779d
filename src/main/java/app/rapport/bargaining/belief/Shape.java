package app.rapport.bargaining.belief;

import app.rapport.bargaining.Issue;
import java.util.Arrays;

/**
 * How the numbers of a hypothesis become scores of an issue's options, the worst being 0 and the
 * best 1. A choice has a number an option. Of ordered options the more is the better, or the less.
 * A number rises to a peak and falls from it, each in a straight line (uphill, downhill and
 * triangular shapes: Hindriks and Tykhonov 2008).
 */
enum Shape {
    CHOICE {
        @Override
        int size(int options) {
            return options;
        }

        @Override
        void scores(double[] numbers, int at, double[] scores) {
            System.arraycopy(numbers, at, scores, 0, scores.length);
            fromWorstToBest(scores);
        }
    },
    ORDERED {
        @Override
        int size(int options) {
            return options + 1;
        }

        @Override
        void scores(double[] numbers, int at, double[] scores) {
            System.arraycopy(numbers, at, scores, 0, scores.length);
            Arrays.sort(scores);
            if (numbers[at + scores.length] < 0.5) reverse(scores);
            fromWorstToBest(scores);
        }
    },
    NUMBER {
        @Override
        int size(int options) {
            return 4;
        }

        @Override
        void scores(double[] numbers, int at, double[] scores) {
            double peak = peak(numbers[at + 2], numbers[at + 3]) * (scores.length - 1);
            for (int o = 0; o < scores.length; o++) {
                double way = o <= peak ? o / Math.max(peak, 1e-9) : rest(o, peak, scores.length);
                double end = o <= peak ? numbers[at] : numbers[at + 1];
                scores[o] = peak == 0 && o == 0 ? 1 : end + (1 - end) * way;
            }
            fromWorstToBest(scores);
        }

        // two of three that are drawn peak at an end
        private double peak(double kind, double within) {
            if (kind < 1 / 3.0) return 0;
            return kind < 2 / 3.0 ? 1 : within;
        }

        private double rest(int option, double peak, int options) {
            double last = options - 1.0;
            return (last - option) / Math.max(last - peak, 1e-9);
        }
    };

    static Shape of(Issue issue) {
        return switch (issue.kind()) {
            case CHOICE -> CHOICE;
            case ORDERED -> ORDERED;
            case NUMBER -> issue.options().size() < 3 ? CHOICE : NUMBER;
        };
    }

    /** How many numbers between 0 and 1 it takes. */
    abstract int size(int options);

    abstract void scores(double[] numbers, int at, double[] scores);

    /** Where all are equal nothing is better than another. */
    private static void fromWorstToBest(double[] scores) {
        double highest = Arrays.stream(scores).max().orElse(0);
        double lowest = Arrays.stream(scores).min().orElse(0);
        double range = Math.max(highest - lowest, 1e-9);
        for (int o = 0; o < scores.length; o++) scores[o] = (scores[o] - lowest) / range;
    }

    private static void reverse(double[] scores) {
        for (int i = 0, j = scores.length - 1; i < j; i++, j--) {
            double swapped = scores[i];
            scores[i] = scores[j];
            scores[j] = swapped;
        }
    }
}
