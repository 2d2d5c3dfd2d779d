package app.rapport.people.model;

import app.rapport.access.Refused;
import app.rapport.people.PointDraft;
import app.rapport.people.PointDraft.Kind;
import java.util.Locale;
import java.util.regex.Pattern;

/** Ways to reach somebody, as they are typed. */
public final class Points {
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]");
    private static final int LONGEST = 500;

    private Points() {}

    /**
     * @param field what a refusal names
     * @throws Refused when it is no such thing
     */
    public static PointDraft typed(String field, Kind kind, String label, String value) {
        String stripped = value.strip();
        check(field, kind, stripped);
        return new PointDraft(kind, label.strip(), stripped, key(kind, stripped));
    }

    private static void check(String field, Kind kind, String value) {
        if (value.length() > LONGEST)
            throw new Refused(field, "This is too long to be one of these");
        if (value.codePoints().anyMatch(Character::isISOControl))
            throw new Refused(field, "This cannot hold line breaks");
        if (kind == Kind.MAIL && !MAIL.matcher(value).matches())
            throw new Refused(field, value + " is not a mail address");
        if (kind == Kind.PHONE && !DIGITS.matcher(value).find())
            throw new Refused(field, value + " is not a phone number");
    }

    /** By which two are the same. */
    public static String key(Kind kind, String value) {
        return kind == Kind.PHONE
                ? value.replaceAll("[^+0-9]", "")
                : value.toLowerCase(Locale.ROOT);
    }
}
