package app.rapport.conversations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A touch with all that is stored of it, as one line of JSON; what is not known is null.
 *
 * @param isTouch false for drafts and spam, which are kept and count for nothing
 * @param mayRead whether the taker may read its words; if not, these and what hangs on them are
 *     null or empty
 * @param messageIds every id under which a mail was seen
 */
public record TouchRecord(
        UUID id,
        String kind,
        @Nullable Instant at,
        Instant knownAt,
        @Nullable Integer minutes,
        @Nullable String direction,
        UUID thread,
        boolean isTouch,
        @Nullable String mailKind,
        boolean mayRead,
        @Nullable String subject,
        @Nullable String words,
        @Nullable String replyText,
        @Nullable String signature,
        List<Party> parties,
        List<String> messageIds,
        List<String> labels,
        List<Attachment> attachments,
        @Nullable UUID typedBy,
        @Nullable UUID corrects,
        Instant createdAt) {

    public record Party(String role, String name, String address, @Nullable UUID person) {}

    public record Attachment(String name, String mediaType, long size, String sha256) {}
}
