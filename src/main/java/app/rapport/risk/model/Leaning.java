package app.rapport.risk.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whether to go on, from what lies ahead alone. What was spent is not asked for: it is gone on
 * either way (Arkes and Blumer 1985 on why people count it all the same).
 */
public enum Leaning {
    CUT("Cutting it loses less, whichever of your probabilities is true."),
    GO_ON("Going on is worth more, whichever of your probabilities is true."),
    DEPENDS("It depends on which of your probabilities is true."),
    NOT_KNOWN("Not known yet: write down what may happen, and what it costs."),
    EXIT_NOT_KNOWN("Not known yet: write down what stopping now costs.");

    private final String words;

    Leaning(String words) {
        this.words = words;
    }

    /**
     * @param exit what stopping now costs, which is nothing at the least; empty while nobody knows
     */
    public static Leaning of(Exposure ahead, Optional<BigDecimal> exit) {
        if (ahead.isEmpty()) return NOT_KNOWN;
        Band goOn = ahead.expected();
        if (exit.isEmpty()) return goOn.low().signum() > 0 ? GO_ON : EXIT_NOT_KNOWN;
        BigDecimal cut = exit.get().negate();
        if (goOn.high().compareTo(cut) < 0) return CUT;
        return goOn.low().compareTo(cut) > 0 ? GO_ON : DEPENDS;
    }

    public String words() {
        return words;
    }
}
