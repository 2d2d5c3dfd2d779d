package app.rapport.exchange.outlook;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as Outlook stores it: in properties, not as it was sent.
 *
 * @param headers the header as it came over the internet; empty for what was written here, or
 *     stayed within one Exchange
 * @param text empty where there is none
 * @param html empty where there is none
 * @param filed where it lies: its folder, and whether it was ever sent
 */
record StoredMail(
        String headers,
        String messageId,
        String inReplyTo,
        String references,
        String subject,
        Optional<Instant> at,
        Party from,
        List<Recipient> recipients,
        String text,
        String html,
        List<Attachment> attachments,
        boolean meeting,
        Filed filed) {

    StoredMail {
        recipients = List.copyOf(recipients);
        attachments = List.copyOf(attachments);
    }

    /**
     * Somebody on it.
     *
     * @param address an X.500 name within one Exchange; empty where only a name is known
     */
    record Party(String name, String address) {
        static final Party NOBODY = new Party("", "");

        boolean isNobody() {
            return name.isEmpty() && address.isEmpty();
        }
    }

    record Recipient(Line line, Party party) {}

    /** Which line of the header somebody stands in, by the number that MAPI gives it. */
    enum Line {
        TO("To"),
        CC("Cc"),
        BCC("Bcc");

        private final String field;

        Line(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }

        static Line of(int mapi) {
            return switch (mapi & 0xf) {
                case 2 -> CC;
                case 3 -> BCC;
                default -> TO;
            };
        }
    }

    /**
     * @param contentId what its HTML calls it; empty for nearly all
     */
    record Attachment(String name, String type, String contentId, Content content) {}

    /** What is attached. */
    sealed interface Content {
        /** A file's bytes, read when they are written. */
        non-sealed interface Bytes extends Content {
            InputStream open() throws IOException;
        }

        record Message(StoredMail mail) implements Content {}
    }

    /**
     * @param folder its path in a data file; empty for a message of its own
     */
    record Filed(String folder, boolean draft, boolean spam) {
        static final Filed ALONE = new Filed("", false, false);
    }
}
