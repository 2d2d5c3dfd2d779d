package app.rapport.mirror.model;

import app.rapport.kernel.Estimate;

/** Whether what one says of oneself is what the facts say. */
public enum Parting {
    NOT_KNOWN(""),
    ALIKE("You and the facts say the same."),
    BRIGHTER("You see it brighter than the facts."),
    DARKER("You see it darker than the facts.");

    /** Half of a step of the scale. */
    private static final double STEP = 12.5;

    private final String words;

    Parting(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** They part where the whole step that was said lies outside the range of the facts. */
    public static Parting of(Often said, Estimate facts) {
        if (!(facts instanceof Estimate.Known known)) return NOT_KNOWN;
        if (said.share() - STEP > known.high()) return BRIGHTER;
        return said.share() + STEP < known.low() ? DARKER : ALIKE;
    }
}
