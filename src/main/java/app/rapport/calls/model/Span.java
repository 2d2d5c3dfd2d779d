package app.rapport.calls.model;

import java.math.BigDecimal;

/** An amount from low to high; both are the same where it is known exactly. */
public record Span(BigDecimal low, BigDecimal high) {
    public Span {
        if (low.signum() < 0 || low.compareTo(high) > 0)
            throw new IllegalArgumentException(low + " to " + high);
    }

    public double least() {
        return low.doubleValue();
    }

    public double most() {
        return high.doubleValue();
    }

    /** What is expected where nothing says that one end is likelier. */
    public double middle() {
        return (least() + most()) / 2;
    }
}
