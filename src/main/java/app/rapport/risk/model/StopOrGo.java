package app.rapport.risk.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a deal was cut or went on, with what was known then.
 *
 * @param ahead what going on was expected to bring
 * @param worst at the worst
 * @param exit what stopping cost then
 * @param spent what was gone. All of it empty where nobody knew
 * @param moved the change of the deal that went along with it
 */
public record StopOrGo(
        boolean cut,
        String why,
        Optional<Band> ahead,
        Optional<BigDecimal> worst,
        Optional<BigDecimal> exit,
        Optional<BigDecimal> spent,
        Optional<Instant> moved)
        implements RiskItem {

    @Override
    public String words() {
        return (cut ? "Cut" : "Goes on")
                + (why.isEmpty() ? "" : ": " + why)
                + " (ahead "
                + ahead.map(band -> band.words("")).orElse("not known")
                + ", at worst "
                + worst.map(StopOrGo::amount).orElse("not known")
                + spent.map(gone -> ", " + amount(gone) + " spent did not count").orElse("")
                + ")";
    }

    private static String amount(BigDecimal amount) {
        return Money.words(amount, "");
    }
}
