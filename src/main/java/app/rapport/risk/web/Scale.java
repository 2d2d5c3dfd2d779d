package app.rapport.risk.web;

import app.rapport.risk.model.Band;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;

/** Amounts along a line from the worst to the best, in hundredths of its length. */
public record Scale(BigDecimal low, BigDecimal high) {

    /** A bar, from and how far. */
    public record Bar(double x, double width) {}

    /** One that holds all of these, and nothing. */
    static Scale of(Stream<BigDecimal> amounts) {
        Scale scale = new Scale(BigDecimal.ZERO, BigDecimal.ZERO);
        for (BigDecimal amount : amounts.toList())
            scale = new Scale(scale.low.min(amount), scale.high.max(amount));
        return scale;
    }

    public double x(BigDecimal amount) {
        double span = high.subtract(low).doubleValue();
        double share = span == 0 ? 0 : amount.subtract(low).doubleValue() / span;
        return Double.parseDouble(String.format(Locale.ROOT, "%.2f", share * 100));
    }

    public double zero() {
        return x(BigDecimal.ZERO);
    }

    /** From nothing to there. */
    public Bar to(BigDecimal amount) {
        if (amount.signum() == 0) return new Bar(zero(), 0);
        return between(amount.min(BigDecimal.ZERO), amount.max(BigDecimal.ZERO));
    }

    public Bar over(Band band) {
        return between(band.low(), band.high());
    }

    /** At least so wide that it is seen. */
    private Bar between(BigDecimal from, BigDecimal to) {
        double x = x(from);
        return new Bar(Math.min(x, 99.4), Math.max(x(to) - x, .6));
    }
}
