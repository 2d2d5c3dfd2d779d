package app.rapport.mirror.model;

import static app.rapport.mirror.model.Group.ANSWERING;
import static app.rapport.mirror.model.Group.ASKING;
import static app.rapport.mirror.model.Group.BROKEN;
import static app.rapport.mirror.model.Group.DAY;
import static app.rapport.mirror.model.Group.DAYS;
import static app.rapport.mirror.model.Group.GIVING;
import static app.rapport.mirror.model.Group.HANGING;
import static app.rapport.mirror.model.Group.HOUR;
import static app.rapport.mirror.model.Group.HOURS;
import static app.rapport.mirror.model.Group.KEPT;
import static app.rapport.mirror.model.Group.KEPT_LATE;
import static app.rapport.mirror.model.Group.LATER;
import static app.rapport.mirror.model.Group.MOVED;
import static app.rapport.mirror.model.Group.OVERDUE;
import static app.rapport.mirror.model.Group.THANKED;
import static app.rapport.mirror.model.Group.UNPROMPTED;
import static app.rapport.mirror.model.Group.UNTHANKED;
import static app.rapport.mirror.model.Group.WEEK;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One way in which customers met a member, told by facts that fall into groups. */
public enum Figure {
    ANSWERS(
            "Time to answer",
            "From a mail that asked something to an answer of ours, or a talk.",
            HOUR,
            HOURS,
            DAY,
            DAYS,
            WEEK,
            LATER,
            HANGING),
    NEWCOMERS(
            "Time to answer somebody new",
            "The same for those of whom nobody here had heard before.",
            HOUR,
            HOURS,
            DAY,
            DAYS,
            WEEK,
            LATER,
            HANGING),
    PROMISES(
            "Promises",
            "What was promised to customers and was due, or was settled.",
            KEPT,
            MOVED,
            KEPT_LATE,
            OVERDUE,
            BROKEN),
    WRITING(
            "Mails to customers",
            "Whether they had written before in the same matter, and whether the mail asks for something.",
            GIVING,
            ANSWERING,
            ASKING),
    THANKS(
            "Thanks",
            "For introductions, recommendations and favours; a thank-you within a mail counts.",
            THANKED,
            UNTHANKED,
            UNPROMPTED);

    private final String title;
    private final String words;
    private final List<Group> groups;

    Figure(String title, String words, Group... groups) {
        this.title = title;
        this.words = words;
        this.groups = List.of(groups);
    }

    public String title() {
        return title;
    }

    /** What is counted, a sentence. */
    public String words() {
        return words;
    }

    /** The best first. */
    public List<Group> groups() {
        return groups;
    }

    /** As addresses and the API say it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Figure> of(String key) {
        for (Figure figure : values()) if (figure.key().equals(key)) return Optional.of(figure);
        return Optional.empty();
    }
}
