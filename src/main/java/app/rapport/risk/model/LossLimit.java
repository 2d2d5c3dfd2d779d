package app.rapport.risk.model;

import java.math.BigDecimal;

/**
 * How much may be lost at all, of a deal or of the whole book.
 *
 * @param currency of a book's limit; a deal's goes by the deal
 * @param calm set while it was neither near nor passed
 */
public record LossLimit(BigDecimal amount, String currency, String why, boolean calm)
        implements RiskItem {
    public LossLimit {
        amount = Money.plain(amount);
    }

    @Override
    public String words() {
        return Money.words(amount, currency)
                + (why.isEmpty() ? "" : ", " + why)
                + (calm ? "" : ", raised while it was near");
    }
}
