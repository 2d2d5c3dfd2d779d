package app.rapport.conversations;

import java.util.Locale;

/** How a touch passed. */
public enum Channel {
    MAIL,
    CALL,
    MEETING,
    LETTER,
    NOTE;

    /** The word in the database, in the API and in icons. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when there is no such channel
     */
    public static Channel of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
