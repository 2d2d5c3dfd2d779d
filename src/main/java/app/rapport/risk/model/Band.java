package app.rapport.risk.model;

import java.math.BigDecimal;

/** From, to: what may be expected, as far as the probabilities are known. */
public record Band(BigDecimal low, BigDecimal high) {
    public static final Band NOTHING = new Band(BigDecimal.ZERO, BigDecimal.ZERO);

    public Band {
        low = Money.plain(low);
        high = Money.plain(high);
    }

    public Band plus(Band other) {
        return new Band(low.add(other.low), high.add(other.high));
    }

    public BigDecimal width() {
        return high.subtract(low);
    }

    /** "−3,000 to 1,200 EUR". */
    public String words(String currency) {
        return low.compareTo(high) == 0
                ? Money.words(low, currency)
                : Money.words(low, "") + " to " + Money.words(high, currency);
    }
}
