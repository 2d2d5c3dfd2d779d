package app.rapport.risk.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much of a limit is used: what is spent, what was given up on purpose, and what may still be
 * lost at the worst; of each as much as is known.
 */
public record LimitUse(BigDecimal limit, KnownSum spent, BigDecimal chosen, KnownSum ahead) {
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
        return Money.plain(spent.amount().add(chosen).add(ahead.amount()));
    }

    /**
     * "83% of its limit", rounded down: 100 is passed by what is above it only. A limit of nothing
     * has no parts.
     */
    public String share() {
        if (limit.signum() == 0) return used().signum() == 0 ? "limit 0" : "above its limit of 0";
        return used().multiply(Chance.ALL).divide(limit, 0, RoundingMode.DOWN).toPlainString()
                + "% of its limit";
    }

    /** What is not in it, since nobody knows it yet; empty where all is known. */
    public Optional<String> leftOut() {
        String words =
                Stream.of(
                                leftOut("what was spent", spent),
                                leftOut("what may still be lost", ahead))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", and "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static Optional<String> leftOut(String what, KnownSum sum) {
        return sum.leftOut() == 0 ? Optional.empty() : Optional.of(what + sum.where());
    }

    /** Near from four fifths on. */
    public State state() {
        if (used().compareTo(limit) > 0) return State.PASSED;
        boolean near = used().multiply(Chance.ALL).compareTo(limit.multiply(NEAR)) >= 0;
        return near && used().signum() > 0 ? State.NEAR : State.FAR;
    }
}
