package app.rapport.post;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail that was ordered, and what became of it.
 *
 * @param failure why it did not leave or not to all, one sentence
 */
public record Outgoing(
        OutgoingId id,
        List<String> recipients,
        String subject,
        State state,
        Instant dueAt,
        int attempts,
        Optional<String> failure,
        Instant createdAt,
        Optional<Instant> sentAt) {

    public Outgoing {
        recipients = List.copyOf(recipients);
    }

    /** Who wrote it. */
    public enum Author {
        PERSON,
        /** The program, because a person or a rule of theirs ordered it. */
        PROGRAM;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands. */
    public enum State {
        WAITING,
        CONNECTING,
        /** Its words are on their way to the server. */
        HANDING_OVER,
        SENT,
        FAILED,
        /**
         * We were cut off while handing it over: it may have left, so it is not sent again by
         * itself.
         */
        UNCLEAR,
        WITHDRAWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
