package app.rapport.bargaining;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What outcomes are worth to one side: the sum over the issues of what the option agreed upon is
 * worth, each already weighed (Keeney and Raiffa 1976, Decisions with Multiple Objectives). Nothing
 * is rescaled: weights need not come to 1, nor utilities stay below it.
 *
 * @see Tolerance for when two utilities are the same
 */
public final class Utility {
    private final double[][] worth;
    private final OptionalDouble reservation;
    private final OptionalDouble discount;

    /**
     * @param worth by issue and option
     * @param reservation the worth of walking away
     * @param discount what is left of a utility at the end of the time, of 1 at the beginning
     */
    public Utility(double[][] worth, OptionalDouble reservation, OptionalDouble discount) {
        this.worth = Arrays.stream(worth).map(double[]::clone).toArray(double[][]::new);
        this.reservation = reservation;
        this.discount = discount;
    }

    public Utility(double[]... worth) {
        this(worth, OptionalDouble.empty(), OptionalDouble.empty());
    }

    public Utility withReservation(double value) {
        return new Utility(worth, OptionalDouble.of(value), discount);
    }

    public double of(int issue, int option) {
        return worth[issue][option];
    }

    public double of(Outcome outcome) {
        double sum = 0;
        for (int i = 0; i < worth.length; i++) sum += worth[i][outcome.option(i)];
        return sum;
    }

    /** What is left of it at a time between 0 and 1 (GENIUS: u * d^t). */
    public double of(Outcome outcome, double time) {
        return of(outcome) * Math.pow(discount.orElse(1), time);
    }

    public int issues() {
        return worth.length;
    }

    public int options(int issue) {
        return worth[issue].length;
    }

    public double best(int issue) {
        return Arrays.stream(worth[issue]).max().orElse(0);
    }

    public double worst(int issue) {
        return Arrays.stream(worth[issue]).min().orElse(0);
    }

    /** The most any outcome is worth: each issue's best. */
    public double highest() {
        double sum = 0;
        for (int i = 0; i < worth.length; i++) sum += best(i);
        return sum;
    }

    public double lowest() {
        double sum = 0;
        for (int i = 0; i < worth.length; i++) sum += worst(i);
        return sum;
    }

    public OptionalDouble reservation() {
        return reservation;
    }

    public OptionalDouble discount() {
        return discount;
    }
}
