package app.rapport.calls.model;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Money by year: the first flow is now, each other at the end of its year. The figures are those of
 * textbooks (Brealey, Myers and Allen, "Principles of Corporate Finance", chapters 2 and 5; Gitman,
 * "Principles of Managerial Finance", chapters 4 and 10), tested against worked examples printed
 * there and in the references of Excel and NumPy Financial. A library for this would be one formula
 * and one root.
 */
public final class CashFlows {
    private static final double SMALLEST = 1e-9;

    private final double[] flows;

    public CashFlows(double... flows) {
        this.flows = flows.clone();
    }

    public int years() {
        return flows.length - 1;
    }

    public double at(int year) {
        return flows[year];
    }

    public CashFlows plus(CashFlows other) {
        return combined(other, 1);
    }

    public CashFlows minus(CashFlows other) {
        return combined(other, -1);
    }

    private CashFlows combined(CashFlows other, int sign) {
        double[] sum = Arrays.copyOf(flows, Math.max(flows.length, other.flows.length));
        for (int at = 0; at < other.flows.length; at++) sum[at] += sign * other.flows[at];
        return new CashFlows(sum);
    }

    public double total() {
        return DoubleStream.of(flows).sum();
    }

    /** What has come and gone by the end of that year. */
    public double until(int year) {
        return DoubleStream.of(flows).limit(year + 1L).sum();
    }

    /**
     * Net present value: what all of it is worth today to whom money earns that rate elsewhere.
     *
     * @param rate 0.1 for 10 % a year; above -1
     */
    public double npv(double rate) {
        return worthAt(1 / (1 + rate));
    }

    /** Horner's rule over the factor by which a year discounts. */
    private double worthAt(double factor) {
        double worth = 0;
        for (int at = flows.length - 1; at >= 0; at--) worth = worth * factor + flows[at];
        return worth;
    }

    /**
     * Internal rate of return: the rate at which the net present value is nought. It is defined
     * where there is one such rate: when the flows change their sign once (Descartes), or else when
     * their running sum changes its sign once and does not end at nought, for the one rate above
     * nought (Norstrom 1972, "A sufficient condition for a unique nonnegative internal rate of
     * return"). Otherwise two rates may both be right, and none is told.
     */
    public OptionalDouble irr() {
        int changes = signChanges(flows);
        double[] running = new double[flows.length];
        for (int at = 0; at < flows.length; at++) running[at] = until(at);
        if (changes == 1) return rateBetween(0, 1e6);
        boolean once = signChanges(running) == 1 && Math.abs(running[years()]) > SMALLEST;
        return changes > 1 && once ? rateBetween(0, 1) : OptionalDouble.empty();
    }

    /** Whether money is spent before any comes. */
    public boolean goesFirst() {
        return DoubleStream.of(flows)
                        .filter(value -> Math.abs(value) > SMALLEST)
                        .findFirst()
                        .orElse(0)
                < 0;
    }

    private static int signChanges(double[] values) {
        double[] signs =
                DoubleStream.of(values)
                        .filter(value -> Math.abs(value) > SMALLEST)
                        .map(Math::signum)
                        .toArray();
        int changes = 0;
        for (int at = 1; at < signs.length; at++) if (signs[at] != signs[at - 1]) changes++;
        return changes;
    }

    /** By halving, between factors that a year may discount by. */
    private OptionalDouble rateBetween(double from, double to) {
        double low = Math.max(from, SMALLEST);
        double high = to;
        boolean rises = worthAt(low) < 0;
        if (rises == worthAt(high) < 0) return OptionalDouble.empty();
        for (int i = 0; i < 200; i++) {
            double middle = Math.sqrt(low * high);
            if (worthAt(middle) < 0 == rises) low = middle;
            else high = middle;
        }
        return OptionalDouble.of(1 / high - 1);
    }

    /**
     * Years until what was spent has come back and stays so, with a year's money taken as coming
     * evenly through it; empty where it does not within these years.
     */
    public OptionalDouble payback() {
        int late = years();
        while (late >= 0 && until(late) >= -SMALLEST) late--;
        if (late == years()) return OptionalDouble.empty();
        return OptionalDouble.of(late < 0 ? 0 : late - until(late) / flows[late + 1]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CashFlows them && Arrays.equals(flows, them.flows);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(flows);
    }

    @Override
    public String toString() {
        return Arrays.toString(flows);
    }
}
