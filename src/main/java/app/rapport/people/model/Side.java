package app.rapport.people.model;

import java.util.Locale;
import java.util.Optional;

/** Of two records that become one: the one that stays, or the other. */
public enum Side {
    THIS,
    OTHER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Side> of(String word) {
        for (Side side : values()) if (side.word().equals(word)) return Optional.of(side);
        return Optional.empty();
    }
}
