package app.rapport.post;

import java.util.List;
import java.util.Optional;

/**
 * A mail as its writer ordered it.
 *
 * @param answers Message-ID of the mail it answers, with its angle brackets
 * @param references Message-IDs of the thread, oldest first
 */
public record Letter(
        List<Recipient> to,
        List<Recipient> cc,
        String subject,
        String text,
        Optional<String> answers,
        List<String> references) {

    /** Somebody to whom it goes. */
    public record Recipient(String name, String address) {
        public static Recipient of(String address) {
            return new Recipient("", address);
        }
    }

    public Letter {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        references = List.copyOf(references);
    }

    public static Letter plain(String to, String subject, String text) {
        return new Letter(
                List.of(Recipient.of(to)), List.of(), subject, text, Optional.empty(), List.of());
    }
}
