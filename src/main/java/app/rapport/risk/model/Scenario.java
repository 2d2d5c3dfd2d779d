package app.rapport.risk.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What may happen, and what it costs or brings.
 *
 * @param cause what it depends on, such as "the pound": of scenarios with the same cause one at
 *     most happens, in all deals alike. Empty where it may happen beside all others.
 * @param result negative for a loss
 * @param chance empty where nobody knows
 */
public record Scenario(String cause, String outcome, BigDecimal result, Optional<Chance> chance)
        implements RiskItem {
    public Scenario {
        result = Money.plain(result);
    }

    @Override
    public String words() {
        return (cause.isEmpty() ? "" : cause + ": ")
                + outcome
                + ", "
                + Money.words(result, "")
                + ", "
                + chance.map(Chance::words).orElse("probability not known");
    }
}
