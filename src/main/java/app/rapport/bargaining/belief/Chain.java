package app.rapport.bargaining.belief;

import app.rapport.bargaining.Utility;
import java.util.SplittableRandom;

/** A walk through hypotheses that stays at each as often as it is probable. */
final class Chain {
    private static final int TRIES = 30;

    private final Layout layout;
    private final Evidence evidence;
    private final SplittableRandom random;
    private double[] numbers;
    private double probability;

    /**
     * Begins at the most probable of a few drawn at random; or of a few by which they offered first
     * what they like best.
     */
    Chain(Layout layout, Evidence evidence, boolean asOffered, SplittableRandom random) {
        this.layout = layout;
        this.evidence = evidence;
        this.random = random;
        this.numbers = drawn(asOffered);
        this.probability = evidence.logPosterior(numbers);
        for (int i = 1; i < TRIES; i++) {
            double[] other = drawn(asOffered);
            take(other, evidence.logPosterior(other), 0);
        }
    }

    private double[] drawn(boolean asOffered) {
        double[] numbers = layout.drawn(random);
        if (asOffered) layout.order(numbers, evidence.offers(), random);
        return numbers;
    }

    double probability() {
        return probability;
    }

    void walk(int steps) {
        for (int i = 0; i < steps; i++) {
            int at = layout.somewhere(random);
            double[] other = numbers.clone();
            other[at] = layout.moved(numbers[at], at, random);
            take(other, evidence.logPosterior(other), Math.log(random.nextDouble()));
        }
    }

    private void take(double[] other, double itsProbability, double chance) {
        if (itsProbability - probability < chance) return;
        numbers = other;
        probability = itsProbability;
    }

    Utility utility() {
        return layout.utility(numbers);
    }
}
