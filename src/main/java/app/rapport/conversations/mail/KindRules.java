package app.rapport.conversations.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What kind of message it is, the first that fits: a report or complaint about a mail, an automatic
 * answer, a calendar entry, a list, a mass mailing, else a person's mail.
 */
final class KindRules {
    private static final Pattern CALENDAR_TEXT =
            Pattern.compile(
                    "(?is)^\\s*(?:CALENDAR ENTRY:|.{0,400}\\bWhen:.{1,400}\\*~\\*~\\*~\\*~\\*)");

    private KindRules() {}

    static MailKind of(MailParts parts, Optional<Mailbox> from, String subject, String text) {
        Letter letter = Letter.of(parts, from, subject, text);
        if (BounceSigns.in(letter)) return MailKind.BOUNCE;
        if (AutoReplySigns.in(letter)) return MailKind.AUTO_REPLY;
        if (isCalendar(letter)) return MailKind.CALENDAR;
        boolean campaign = BulkSigns.isCampaign(letter);
        if (!campaign && BulkSigns.isList(letter)) return MailKind.LIST;
        return campaign || BulkSigns.isBulk(letter) ? MailKind.BULK : MailKind.PERSON;
    }

    private static boolean saysCalendar(String start) {
        return (start.contains("*~*~*~*~*")
                        || start.regionMatches(true, firstWord(start), "cal", 0, 3))
                && CALENDAR_TEXT.matcher(start).find();
    }

    private static int firstWord(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) <= ' ') i++;
        return i;
    }

    /** RFC 5545 parts, and how Exchange wrote meetings for those who had no calendar. */
    private static boolean isCalendar(Letter letter) {
        return !letter.parts().calendars.isEmpty()
                || letter.headers().lower("content-type").startsWith("text/calendar")
                || letter.headers().lower("content-class").contains("calendarmessage")
                || saysCalendar(letter.start(900));
    }
}
