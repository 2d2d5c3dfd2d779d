package app.rapport.calls.model;

import app.rapport.calls.model.CaseCost.Bearer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What buying costs a customer, all of it, and what it brings them.
 *
 * @param situation what is to become better, in their words
 * @param currency three letters; empty where nobody said
 * @param years that are looked at
 * @param rate what their money earns elsewhere, in percent a year; empty while not known
 */
public record BusinessCase(
        String title,
        String situation,
        String currency,
        int years,
        Optional<BigDecimal> rate,
        List<CaseCost> costs,
        List<CaseBenefit> benefits) {
    public static final int MOST_YEARS = 10;

    public BusinessCase {
        costs = List.copyOf(costs);
        benefits = List.copyOf(benefits);
    }

    /** A new one asks for the costs that are forgotten most: those that nobody sends a bill for. */
    public static BusinessCase blank(String title, String currency, Optional<Span> price) {
        return new BusinessCase(
                title,
                "",
                currency,
                3,
                Optional.empty(),
                List.of(
                        new CaseCost("The price", Bearer.US, price, Timing.AT_THE_START, ""),
                        cost("Service and support", Bearer.US, Timing.EACH_YEAR),
                        cost("Bringing it in, their people's time", Bearer.THEMSELVES),
                        cost("Training", Bearer.THEMSELVES),
                        cost("Changes to what they have", Bearer.OTHERS),
                        cost("Running it", Bearer.THEMSELVES, Timing.EACH_YEAR),
                        cost("Letting go of what they use now", Bearer.THEMSELVES)),
                List.of());
    }

    /** Nothing at all. */
    public static BusinessCase empty() {
        return new BusinessCase("", "", "", 1, Optional.empty(), List.of(), List.of());
    }

    private static CaseCost cost(String name, Bearer bearer) {
        return cost(name, bearer, Timing.AT_THE_START);
    }

    private static CaseCost cost(String name, Bearer bearer, Timing timing) {
        return new CaseCost(name, bearer, Optional.empty(), timing, "");
    }

    /** Costs by year, with each amount read that way; what is not known yet is left out. */
    CashFlows costFlows(ToDoubleFunction<Span> read) {
        return costs.stream()
                .map(line -> flows(line, read))
                .reduce(new CashFlows(new double[years + 1]), CashFlows::plus);
    }

    CashFlows flows(CaseLine line, ToDoubleFunction<Span> read) {
        return line.timing().of(line.amount().map(read::applyAsDouble).orElse(0.0), years);
    }
}
