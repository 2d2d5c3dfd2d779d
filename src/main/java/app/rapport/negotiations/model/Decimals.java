package app.rapport.negotiations.model;

import java.math.BigDecimal;

/** Numbers in one form, so that the same ones are equal: 90 is neither 90.00 nor 9E+1. */
public final class Decimals {
    private Decimals() {}

    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
