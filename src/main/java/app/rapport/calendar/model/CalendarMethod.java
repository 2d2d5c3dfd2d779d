package app.rapport.calendar.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a calendar in a mail wants (RFC 5546). */
public enum CalendarMethod {
    /** Come, or: it is otherwise now. */
    REQUEST,
    CANCEL,
    REPLY,
    /** Counter-proposals and the like, which change nothing until the organiser says so. */
    OTHER;

    private static final Pattern METHOD = Pattern.compile("(?im)^METHOD[^:\\r\\n]*:\\s*(\\w+)");

    public static CalendarMethod of(String calendar) {
        Matcher method = METHOD.matcher(calendar);
        if (!method.find()) return REQUEST;
        return switch (method.group(1).toUpperCase(Locale.ROOT)) {
            case "REQUEST", "PUBLISH", "ADD" -> REQUEST;
            case "CANCEL" -> CANCEL;
            case "REPLY" -> REPLY;
            default -> OTHER;
        };
    }
}
