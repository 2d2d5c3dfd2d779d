package app.rapport.mirror.model;

import java.util.Locale;
import java.util.Optional;

/** How one sees oneself; each step is a quarter of the way. */
public enum Often {
    NEVER("Never"),
    SELDOM("Seldom"),
    HALF("Half the time"),
    MOSTLY("Mostly"),
    ALWAYS("Always");

    /** Replied where a question is left out. */
    public static final String LEFT_OUT = "left-out";

    private final String words;

    Often(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** In percent. */
    double share() {
        return 25.0 * ordinal();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Often> of(String key) {
        for (Often one : values()) if (one.key().equals(key)) return Optional.of(one);
        return Optional.empty();
    }
}
