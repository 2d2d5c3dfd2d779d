package app.rapport.conversations.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a subject is about: lower case, without the marks of replies and forwards in many languages.
 */
public final class SubjectKey {
    private static final Pattern MARK =
            Pattern.compile(
                    "^(?:re|fw|fwd|aw|antw|wg|sv|vs|vl|vb|rv|tr|ref|rif|r|i|odp|pd|ynt|ilt|res|enc|回复|转发|答复|返信)\\s*(?:\\[\\d+\\]|\\(\\d+\\)|\\^\\d+)?\\s*[:：]\\s*");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private SubjectKey() {}

    public static String of(String subject) {
        String key = subject.toLowerCase(Locale.ROOT).strip();
        while (true) {
            String shorter = MARK.matcher(key).replaceFirst("");
            if (shorter.equals(key)) return SPACE.matcher(key).replaceAll(" ");
            key = shorter;
        }
    }
}
