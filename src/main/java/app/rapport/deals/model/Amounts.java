package app.rapport.deals.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts of money as people and files write them. */
public final class Amounts {
    private static final Pattern AROUND =
            Pattern.compile("^[\\p{Sc}\\p{L}\\s]+|[\\p{Sc}\\p{L}\\s]+$|[\\s'’]");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([.,])\\d{3}(?:\\1\\d{3})*");
    private static final BigDecimal LIMIT = new BigDecimal("1e13");

    private Amounts() {}

    /**
     * A number with or without marks of thousands, a currency beside it, two decimals at most: of
     * points and commas the last is the decimal mark, but for one that cuts off three digits.
     */
    public static Optional<BigDecimal> read(String written) {
        String text = AROUND.matcher(written).replaceAll("");
        int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        if (GROUPED.matcher(text).matches()) text = text.replaceAll("[.,]", "");
        else if (last >= 0)
            text = text.substring(0, last).replaceAll("[.,]", "") + "." + text.substring(last + 1);
        if (!text.matches("-?\\d{1,20}(\\.\\d{0,20})?|-?\\.\\d{1,20}")) return Optional.empty();
        BigDecimal amount = new BigDecimal(text).setScale(2, RoundingMode.HALF_UP);
        return amount.abs().compareTo(LIMIT) < 0 ? Optional.of(amount) : Optional.empty();
    }

    /** "12,500 EUR", "12,500.50". */
    public static String words(BigDecimal amount, String currency) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        DecimalFormat format =
                new DecimalFormat(
                        whole ? "#,##0" : "#,##0.00", DecimalFormatSymbols.getInstance(Locale.UK));
        String number = format.format(amount);
        return currency.isEmpty() ? number : number + " " + currency;
    }
}
