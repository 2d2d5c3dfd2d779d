package app.rapport.exchange.outlook;

import java.util.Locale;
import java.util.Optional;

/** What an item of Outlook is, by its message class. */
enum ItemClass {
    MAIL("message"),
    /** An invitation, an answer to one, a cancellation: a mail about a meeting. */
    MEETING_MAIL("message"),
    MEETING("meeting"),
    CONTACT("contact"),
    CONTACT_LIST("contact list"),
    TASK("task"),
    NOTE("note"),
    JOURNAL("journal entry"),
    FEED("feed entry"),
    /** What the program keeps for itself, seen by nobody. */
    BOOKKEEPING("item"),
    OTHER("item");

    private final String word;

    ItemClass(String word) {
        this.word = word;
    }

    static ItemClass of(String messageClass) {
        String lower = messageClass.toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) return MAIL;
        if (lower.startsWith("ipm.schedule.meeting")) return MEETING_MAIL;
        if (lower.startsWith("ipm.appointment") || lower.startsWith("ipm.ole.class.{00061055-"))
            return MEETING;
        if (lower.startsWith("ipm.contact") || lower.equals("ipm.abchperson")) return CONTACT;
        if (lower.startsWith("ipm.distlist")) return CONTACT_LIST;
        if (lower.startsWith("ipm.task")) return TASK;
        if (lower.startsWith("ipm.stickynote")) return NOTE;
        if (lower.startsWith("ipm.activity")) return JOURNAL;
        if (lower.startsWith("ipm.post.rss")) return FEED;
        if (lower.startsWith("ipm.microsoft.") || lower.startsWith("ipm.configuration"))
            return BOOKKEEPING;
        boolean mail =
                lower.startsWith("ipm.note")
                        || lower.startsWith("report.")
                        || lower.startsWith("ipm.post")
                        || lower.startsWith("ipm.recall")
                        || lower.startsWith("ipm.outlook.recall")
                        || lower.startsWith("ipm.sharing")
                        || lower.equals("ipm");
        return mail ? MAIL : OTHER;
    }

    /** Why it is no mail, and what to do with it; empty for a mail. */
    Optional<String> refusal() {
        return switch (this) {
            case MAIL, MEETING_MAIL -> Optional.empty();
            case CONTACT ->
                    Optional.of(no("Export it from Outlook as vCard or CSV, then bring that"));
            case MEETING ->
                    Optional.of(no("Save it from Outlook as iCalendar (.ics), then bring that"));
            default -> Optional.of(no("Rapport has no place for it yet; leave it out"));
        };
    }

    private String no(String whatToDo) {
        return "It is an Outlook " + word + ", not a message. " + whatToDo;
    }
}
