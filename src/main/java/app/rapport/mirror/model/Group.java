package app.rapport.mirror.model;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Into which of a figure's groups a fact falls. */
public enum Group {
    HOUR("within an hour"),
    HOURS("within 4 hours"),
    DAY("within a day"),
    DAYS("within 3 days"),
    WEEK("within a week"),
    LATER("later"),
    HANGING("left hanging"),

    KEPT("kept in time"),
    MOVED("moved before it was due"),
    KEPT_LATE("kept late"),
    OVERDUE("overdue"),
    BROKEN("broken"),

    ANSWERING("in answer to theirs"),
    ASKING("unasked, wanting something"),
    GIVING("unasked, wanting nothing"),

    THANKED("thanked for what they did"),
    UNTHANKED("not thanked"),
    UNPROMPTED("thanked besides");

    private final String words;

    Group(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** As addresses and the API say it: {@code kept-late}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Group> of(String key) {
        for (Group group : values()) if (group.key().equals(key)) return Optional.of(group);
        return Optional.empty();
    }

    static Group of(Duration wait) {
        if (wait.compareTo(Duration.ofHours(1)) <= 0) return HOUR;
        if (wait.compareTo(Duration.ofHours(4)) <= 0) return HOURS;
        if (wait.compareTo(Duration.ofDays(1)) <= 0) return DAY;
        if (wait.compareTo(Duration.ofDays(3)) <= 0) return DAYS;
        return wait.compareTo(Duration.ofDays(7)) <= 0 ? WEEK : LATER;
    }

    /**
     * Of a mail that asked; empty while it has not waited for a week.
     *
     * @param waited until now where it was not answered
     */
    public static Optional<Group> of(boolean answered, Duration waited) {
        Group within = of(waited);
        return answered ? Optional.of(within) : Optional.of(HANGING).filter(_ -> within == LATER);
    }
}
