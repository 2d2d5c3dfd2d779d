package app.rapport.negotiations.model.table;

import java.util.Locale;

/**
 * Common tactics by the names that the literature has for them (Fisher and Ury 1981; Karrass 1974;
 * Lewicki, Barry and Saunders, Negotiation). The record may fit one by chance: they are offered,
 * never asserted.
 */
public enum Tactic implements Caution.Sign {
    EXPLODING_OFFER("Exploding offer"),
    CHICKEN("Take it or leave it"),
    HIGHER_AUTHORITY("Higher authority"),
    EXTREME_ANCHOR("Extreme anchor"),
    GOOD_COP_BAD_COP("Good cop, bad cop"),
    BOGEY("Bogey"),
    RED_HERRING("Red herring"),
    SNOW_JOB("Snow job");

    private final String title;

    Tactic(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
