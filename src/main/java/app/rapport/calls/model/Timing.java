package app.rapport.calls.model;

/**
 * When money moves: once, at the end of a year (0 is the start), or at the end of each year from
 * one on.
 */
public record Timing(boolean yearly, int year) {
    public static final Timing AT_THE_START = new Timing(false, 0);
    public static final Timing EACH_YEAR = new Timing(true, 1);

    public CashFlows of(double amount, int years) {
        double[] flows = new double[years + 1];
        for (int at = year; at <= (yearly ? years : Math.min(year, years)); at++)
            flows[at] = amount;
        return new CashFlows(flows);
    }
}
