package app.rapport.mailboxes.model;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A member's mailbox.
 *
 * @param record under which all that it brings is counted
 * @param since older messages are left alone
 * @param everyFolder whether folders that are made later are read too
 * @param trouble why it cannot be read, one sentence
 * @param syncedAt up to when all of it is known to be here
 * @param checkedAt when every message was last compared with the server's
 */
public record Mailbox(
        MailboxId id,
        MemberId member,
        ImportId record,
        MailServer server,
        Optional<LocalDate> since,
        boolean everyFolder,
        State state,
        Optional<String> trouble,
        Optional<Instant> troubleSince,
        Instant createdAt,
        Optional<Instant> syncedAt,
        Optional<Instant> checkedAt,
        Optional<Instant> askedAt,
        boolean owesConclusion) {

    public enum State {
        ACTIVE,
        PAUSED,
        /** It cannot be read until somebody mends it. */
        STOPPED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** As its owner knows it. */
    public String name() {
        return server.login().contains("@")
                ? server.login()
                : server.login() + " at " + server.host();
    }
}
