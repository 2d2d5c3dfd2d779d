package app.rapport.risk.model;

import java.math.BigDecimal;

/**
 * Whether to go on, from what lies ahead alone. What was spent is not asked for: it is gone on
 * either way (Arkes and Blumer 1985 on why people count it all the same).
 */
public enum Leaning {
    CUT("Cutting it loses less, whichever of your probabilities is true."),
    GO_ON("Going on is worth more, whichever of your probabilities is true."),
    DEPENDS("It depends on which of your probabilities is true."),
    NOT_KNOWN("Not known yet: write down what may happen, and what it costs.");

    private final String words;

    Leaning(String words) {
        this.words = words;
    }

    /**
     * @param exit what stopping now costs
     */
    public static Leaning of(Exposure ahead, BigDecimal exit) {
        if (ahead.isEmpty()) return NOT_KNOWN;
        Band goOn = ahead.expected();
        BigDecimal cut = exit.negate();
        if (goOn.high().compareTo(cut) < 0) return CUT;
        return goOn.low().compareTo(cut) > 0 ? GO_ON : DEPENDS;
    }

    public String words() {
        return words;
    }
}
