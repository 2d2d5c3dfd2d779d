package app.rapport.risk.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * How much of a limit is used: what is spent, what was given up on purpose, and what may still be
 * lost at the worst.
 */
public record LimitUse(BigDecimal limit, BigDecimal spent, BigDecimal chosen, BigDecimal ahead) {
    private static final BigDecimal NEAR = BigDecimal.valueOf(80);

    public enum State {
        FAR,
        NEAR,
        PASSED;

        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public BigDecimal used() {
        return Money.plain(spent.add(chosen).add(ahead));
    }

    /** In percent, rounded down: 100 is passed by what is above it only. */
    public long percent() {
        if (limit.signum() == 0) return used().signum() == 0 ? 0 : 101;
        return used().multiply(Chance.ALL).divide(limit, 0, RoundingMode.DOWN).longValue();
    }

    /** Near from four fifths on. */
    public State state() {
        if (used().compareTo(limit) > 0) return State.PASSED;
        boolean near = used().multiply(Chance.ALL).compareTo(limit.multiply(NEAR)) >= 0;
        return near && used().signum() > 0 ? State.NEAR : State.FAR;
    }
}
