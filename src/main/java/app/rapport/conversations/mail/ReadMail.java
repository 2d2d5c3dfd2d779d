package app.rapport.conversations.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One mail, understood. Any bytes give one; what is not there is empty.
 *
 * @param messageId without angle brackets
 * @param date empty when there is none or it cannot be (year 2, the first day of a computer's
 *     clock)
 * @param references ids named by References and In-Reply-To, the oldest first
 * @param text the best plain text, quotes marked with {@code >}
 * @param html the HTML part as it came, uncleaned
 * @param passage the asking sentence within {@code replyText}; an empty span when there is none
 * @param substance digest of sender, time, subject and words: the same mail under several ids
 */
public record ReadMail(
        Optional<String> messageId,
        Optional<Instant> date,
        Optional<Mailbox> from,
        List<Mailbox> to,
        List<Mailbox> cc,
        List<Mailbox> bcc,
        String subject,
        String subjectKey,
        List<String> references,
        List<String> labels,
        String text,
        Optional<String> html,
        String replyText,
        String newText,
        String signature,
        MailKind kind,
        List<Bounced> bounces,
        List<Attached> attachments,
        List<String> calendars,
        double asks,
        double wantsAnswer,
        Passage passage,
        byte[] substance) {

    /** Within the reply text, {@code start} inclusive to {@code end} exclusive. */
    public record Passage(int start, int end) {
        public static final Passage NONE = new Passage(0, 0);
    }

    /** Drafts and spam are kept but are no touches. */
    public boolean isDraftOrSpam() {
        return labels.stream()
                .anyMatch(label ->
                        label.equalsIgnoreCase("Drafts")
                                || label.equalsIgnoreCase("Draft")
                                || label.equalsIgnoreCase("Spam"));
    }
}
