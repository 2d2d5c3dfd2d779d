package app.rapport.risk.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a deal was cut or went on, with what was known then.
 *
 * @param ahead what going on was expected to bring; @param worst at the worst
 * @param moved the change of the deal that went along with it
 */
public record StopOrGo(
        boolean cut,
        String why,
        Band ahead,
        BigDecimal worst,
        BigDecimal exit,
        BigDecimal spent,
        Optional<Instant> moved)
        implements RiskItem {

    @Override
    public String words() {
        return (cut ? "Cut" : "Goes on")
                + (why.isEmpty() ? "" : ": " + why)
                + " (ahead "
                + ahead.words("")
                + ", at worst "
                + Money.words(worst, "")
                + ", "
                + Money.words(spent, "")
                + " spent did not count)";
    }
}
