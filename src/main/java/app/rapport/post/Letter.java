package app.rapport.post;

import java.util.List;
import java.util.Optional;

/**
 * A mail as its writer ordered it.
 *
 * @param html the same words once more, for programs that show it
 * @param answers Message-ID of the mail it answers, with its angle brackets
 * @param references Message-IDs of the thread, oldest first
 * @param writer who answers go to where the server's own address is another
 * @param files what is attached
 */
public record Letter(
        List<Recipient> to,
        List<Recipient> cc,
        String subject,
        String text,
        Optional<String> html,
        Optional<String> answers,
        List<String> references,
        Optional<Recipient> writer,
        List<Attached> files) {

    /** Somebody to whom it goes. */
    public record Recipient(String name, String address) {
        public static Recipient of(String address) {
            return new Recipient("", address);
        }
    }

    /** A file that goes with it. */
    public record Attached(String name, String mediaType, byte[] content) {}

    public Letter {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        references = List.copyOf(references);
        files = List.copyOf(files);
    }

    public static Letter plain(String to, String subject, String text) {
        return to(List.of(Recipient.of(to)), subject, text);
    }

    public static Letter to(List<Recipient> to, String subject, String text) {
        return new Letter(
                to,
                List.of(),
                subject,
                text,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    public Letter copiedTo(List<Recipient> people) {
        return new Letter(to, people, subject, text, html, answers, references, writer, files);
    }

    public Letter answering(String messageId, List<String> thread) {
        return new Letter(
                to, cc, subject, text, html, Optional.of(messageId), thread, writer, files);
    }

    public Letter from(Recipient person) {
        return new Letter(
                to, cc, subject, text, html, answers, references, Optional.of(person), files);
    }

    public Letter alsoAs(String htmlWords) {
        return new Letter(
                to, cc, subject, text, Optional.of(htmlWords), answers, references, writer, files);
    }

    public Letter with(List<Attached> attached) {
        return new Letter(to, cc, subject, text, html, answers, references, writer, attached);
    }
}
