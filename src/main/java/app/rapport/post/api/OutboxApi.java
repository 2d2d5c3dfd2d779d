package app.rapport.post.api;

import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.post.Outgoing;
import app.rapport.post.OutgoingId;
import app.rapport.post.Post;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A member's outgoing mails over the API; their words are not told. */
@RestController
@Needs(toRead = Right.READ_OWN, toChange = Right.CHANGE_OWN)
class OutboxApi {
    private final Post post;

    OutboxApi(Post post) {
        this.post = post;
    }

    /**
     * @param state waiting, connecting, handing-over, sent, failed, unclear (it may have left) or
     *     withdrawn
     * @param due when it leaves, or is tried again, while it waits
     */
    record OutgoingJson(
            UUID id,
            List<String> recipients,
            String subject,
            String state,
            @Nullable String due,
            int attempts,
            @Nullable String failure,
            String created,
            @Nullable String sent) {
        static OutgoingJson of(Outgoing mail) {
            return new OutgoingJson(
                    mail.id().value(),
                    mail.recipients(),
                    mail.subject(),
                    mail.state().word(),
                    mail.state() == Outgoing.State.WAITING ? time(mail.dueAt()) : null,
                    mail.attempts(),
                    mail.failure().orElse(null),
                    time(mail.createdAt()),
                    mail.sentAt().map(OutgoingJson::time).orElse(null));
        }

        private static String time(Instant at) {
            return at.truncatedTo(ChronoUnit.SECONDS).toString();
        }
    }

    record OutboxList(List<OutgoingJson> items, @Nullable String next) {}

    @GetMapping("/api/v1/outbox")
    OutboxList outbox(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        try {
            Slice<OutgoingJson> mails =
                    post.outbox(viewer, Optional.ofNullable(cursor), Math.clamp(limit, 1, 200))
                            .map(OutgoingJson::of);
            return new OutboxList(mails.items(), mails.next().orElse(null));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "cursor is no place of this list");
        }
    }

    @GetMapping("/api/v1/outbox/{id}")
    OutgoingJson one(@PathVariable UUID id, Viewer viewer) {
        return post.one(viewer, new OutgoingId(id))
                .map(OutgoingJson::of)
                .orElseThrow(OutboxApi::missing);
    }

    /** Takes a mail back that has not left, or gives up one that could not. */
    @DeleteMapping("/api/v1/outbox/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, Viewer viewer) {
        if (!post.discard(viewer, new OutgoingId(id))) throw missing();
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
