package app.rapport.risk.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * One cause and what may come of it: one of the outcomes happens at most. What is left of the
 * probability belongs to none of them, which costs and brings nothing.
 *
 * @param contradicted whether the least probabilities come to more than all: then none of them
 *     counts
 */
public record Uncertainty(String cause, List<Outcome> outcomes, boolean contradicted) {
    /**
     * @param result in all deals together
     * @param known whether anybody gave a probability
     */
    public record Outcome(String name, BigDecimal result, Chance chance, boolean known) {}

    static Uncertainty of(String cause, List<Outcome> outcomes) {
        BigDecimal least =
                outcomes.stream().map(one -> one.chance().low()).reduce(ZERO, BigDecimal::add);
        boolean contradicted = least.compareTo(Chance.ALL) > 0;
        return new Uncertainty(
                cause,
                contradicted
                        ? outcomes.stream()
                                .map(one ->
                                        new Outcome(one.name(), one.result(), Chance.ANY, false))
                                .toList()
                        : List.copyOf(outcomes),
                contradicted);
    }

    private static final BigDecimal ZERO = BigDecimal.ZERO;

    /** The least that may come of it. */
    public BigDecimal worst() {
        return extreme(BigDecimal::min);
    }

    public BigDecimal best() {
        return extreme(BigDecimal::max);
    }

    private BigDecimal extreme(BinaryOperator<BigDecimal> choice) {
        return withNone().stream()
                .filter(this::mayHappen)
                .map(Outcome::result)
                .reduce(choice)
                .orElse(ZERO);
    }

    private boolean mayHappen(Outcome outcome) {
        BigDecimal others = least().subtract(outcome.chance().low());
        return outcome.chance().high().signum() > 0 && others.compareTo(Chance.ALL) < 0;
    }

    private BigDecimal least() {
        return outcomes.stream().map(one -> one.chance().low()).reduce(ZERO, BigDecimal::add);
    }

    /** With the case that none of them happens, whose probability is whatever is left. */
    private List<Outcome> withNone() {
        BigDecimal most =
                outcomes.stream().map(one -> one.chance().high()).reduce(ZERO, BigDecimal::add);
        List<Outcome> all = new ArrayList<>(outcomes);
        Chance left =
                new Chance(
                        Chance.ALL.subtract(most).max(ZERO),
                        Chance.ALL.subtract(least()).max(ZERO));
        all.add(new Outcome("", ZERO, left, true));
        return all;
    }

    /**
     * The least and the most that may be expected, over all probabilities within the ranges that
     * come to 100: each its least first, the rest to the smallest (or largest) results in turn.
     * This is the whole solution of that linear programme, a fractional knapsack (Dantzig 1957).
     */
    public Band expected() {
        Comparator<Outcome> byResult = Comparator.comparing(Outcome::result);
        return new Band(filled(byResult), filled(byResult.reversed()));
    }

    private BigDecimal filled(Comparator<Outcome> order) {
        List<Outcome> all = withNone().stream().sorted(order).toList();
        BigDecimal left = Chance.ALL;
        BigDecimal sum = ZERO;
        for (Outcome one : all) left = left.subtract(one.chance().low());
        for (Outcome one : all) {
            BigDecimal room = one.chance().high().subtract(one.chance().low());
            BigDecimal more = room.min(left).max(ZERO);
            left = left.subtract(more);
            sum = sum.add(Money.percent(one.result(), one.chance().low().add(more)));
        }
        return sum;
    }
}
