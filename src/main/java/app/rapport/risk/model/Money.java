package app.rapport.risk.model;

import app.rapport.deals.model.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts in one form, so that the same ones are equal, and in words. */
public final class Money {
    private Money() {}

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static BigDecimal percent(BigDecimal amount, BigDecimal percent) {
        return amount.multiply(percent).movePointLeft(2);
    }

    /** As a page says it: whole above a hundred, "a loss of 4,000 EUR" is "−4,000 EUR". */
    public static String words(BigDecimal amount, String currency) {
        boolean whole = amount.abs().compareTo(BigDecimal.valueOf(100)) >= 0;
        BigDecimal shown = plain(amount.setScale(whole ? 0 : 2, RoundingMode.HALF_EVEN));
        return (shown.signum() < 0 ? "\u2212" : "") + Amounts.words(shown.abs(), currency);
    }
}
