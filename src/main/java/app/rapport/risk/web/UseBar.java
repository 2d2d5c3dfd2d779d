package app.rapport.risk.web;

import app.rapport.risk.model.LimitUse;
import java.math.BigDecimal;
import java.util.Locale;

/** A limit and what uses it, in hundredths of the longer of both. */
public record UseBar(double spent, double chosen, double ahead, double limit) {
    public static UseBar of(LimitUse use) {
        BigDecimal whole = use.limit().max(use.used());
        return new UseBar(
                share(use.spent().amount(), whole),
                share(use.chosen(), whole),
                share(use.ahead().amount(), whole),
                share(use.limit(), whole));
    }

    private static double share(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) return 0;
        double share = 100 * part.doubleValue() / whole.doubleValue();
        return Double.parseDouble(String.format(Locale.ROOT, "%.2f", share));
    }
}
