package app.rapport.risk.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A loss taken on purpose, for something larger later.
 *
 * @param lookAgain when to ask whether it came
 * @param became what it brought; empty until somebody looked
 */
public record ChosenLoss(
        BigDecimal amount, String purpose, LocalDate lookAgain, Optional<Outcome> became)
        implements RiskItem {
    public ChosenLoss {
        amount = Money.plain(amount);
    }

    public record Outcome(boolean worthIt, String words, LocalDate on) {}

    public boolean isDue(LocalDate today) {
        return became.isEmpty() && !lookAgain.isAfter(today);
    }

    public ChosenLoss became(Outcome outcome) {
        return new ChosenLoss(amount, purpose, lookAgain, Optional.of(outcome));
    }

    @Override
    public String words() {
        return Money.words(amount, "")
                + " for "
                + purpose
                + became.map(one -> one.worthIt() ? ", worth it" : ", not worth it")
                        .orElse(", look again on " + RiskItem.day(lookAgain));
    }
}
