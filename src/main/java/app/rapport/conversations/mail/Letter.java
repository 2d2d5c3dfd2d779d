package app.rapport.conversations.mail;

import java.util.Locale;
import java.util.Optional;

/** What the rules of kind look at. */
record Letter(MailParts parts, Optional<Mailbox> from, String subject, String text) {
    private static final int LONGEST_SUBJECT = 300;

    static Letter of(MailParts parts, Optional<Mailbox> from, String subject, String text) {
        String bounded =
                subject.length() > LONGEST_SUBJECT
                        ? subject.substring(0, LONGEST_SUBJECT)
                        : subject;
        return new Letter(parts, from, bounded, text);
    }

    Headers headers() {
        return parts.headers;
    }

    /** The beginning of the text, at most {@code length} characters. */
    String start(int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }

    /** The end of the text, at most {@code length} characters. */
    String end(int length) {
        return text.length() > length ? text.substring(text.length() - length) : text;
    }

    /** Whether somebody answers: then words of reports and absences are quoted or spoken about. */
    boolean isReply() {
        return subject.regionMatches(true, 0, "re:", 0, 3) || headers().has("in-reply-to");
    }

    boolean isForward() {
        String lower = subject.toLowerCase(Locale.ROOT);
        return lower.startsWith("fw:") || lower.startsWith("fwd:") || lower.startsWith("wg:");
    }

    /** Nobody wants an answer to it (RFC 5321, section 4.5.5). */
    boolean hasNullSender() {
        return headers().first("return-path").map(path -> path.strip().equals("<>")).orElse(false);
    }

    String fromKey() {
        return from.map(Mailbox::key).orElse("");
    }
}
