package app.rapport.bargaining;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Negotiations drawn at random: with ties, options of one, weights of nothing. */
public final class MadeNegotiations {
    private final SplittableRandom random;

    public MadeNegotiations(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Scores are small whole numbers in one half of them, so that many outcomes tie. */
    public Negotiation next(int mostIssues, int mostOptions) {
        int[] options = random.ints(1 + random.nextInt(mostIssues), 1, mostOptions + 1).toArray();
        boolean whole = random.nextBoolean();
        return new Negotiation(domain(options), side(options, whole), side(options, whole));
    }

    /** How what is good for one is bad for the other. */
    public enum Opposition {
        /** The better for one the worse for the other, by the same amount. */
        STRAIGHT,
        /** The better for one the worse for the other, by any amount. */
        BENT,
        /** Not at all. */
        NONE,
        /** Altogether: no outcome betters another. */
        TOTAL
    }

    public Negotiation next(int issues, int options, Opposition opposition) {
        double[][] ours = new double[issues][options];
        double[][] theirs = new double[issues][options];
        double[] a = weights(issues);
        double[] b = weights(issues);
        for (int i = 0; i < issues; i++) {
            double[] score = random.doubles(options).sorted().toArray();
            double[] other = random.doubles(options).toArray();
            if (opposition == Opposition.BENT) Arrays.sort(other);
            for (int o = 0; o < options; o++) {
                boolean straight = opposition == Opposition.STRAIGHT;
                ours[i][o] = a[i] * (straight ? (o + 1.0) / options : score[o]);
                theirs[i][o] =
                        switch (opposition) {
                            case STRAIGHT -> b[i] * (1 - o / (double) options);
                            case BENT, NONE -> b[i] * other[options - 1 - o];
                            case TOTAL -> a[i] * (1 - score[o]);
                        };
            }
        }
        int[] sizes = IntStream.generate(() -> options).limit(issues).toArray();
        return new Negotiation(domain(sizes), new Utility(ours), new Utility(theirs));
    }

    private double[] weights(int issues) {
        double[] weights = random.doubles(issues, 0.2, 1).toArray();
        double sum = IntStream.range(0, issues).mapToDouble(i -> weights[i]).sum();
        return IntStream.range(0, issues).mapToDouble(i -> weights[i] / sum).toArray();
    }

    public static Domain domain(int... options) {
        return new Domain(
                IntStream.range(0, options.length)
                        .mapToObj(
                                i -> new Issue("issue " + i, Issue.Kind.ORDERED, names(options[i])))
                        .toList());
    }

    private static List<String> names(int options) {
        return IntStream.range(0, options).mapToObj(o -> "option " + o).toList();
    }

    private Utility side(int[] options, boolean whole) {
        double[][] worth = new double[options.length][];
        for (int i = 0; i < worth.length; i++) {
            double weight = random.nextInt(5) == 0 ? 0 : random.nextInt(1, 5) * 0.1;
            worth[i] = new double[options[i]];
            for (int o = 0; o < worth[i].length; o++)
                worth[i][o] = weight * (whole ? random.nextInt(4) : random.nextDouble());
        }
        OptionalDouble reservation =
                random.nextInt(3) == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(random.nextInt(8) * 0.1);
        return new Utility(worth, reservation, OptionalDouble.empty());
    }
}
