package app.rapport.post.web;

import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.post.Outgoing;
import app.rapport.post.OutgoingId;
import app.rapport.post.Post;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What became of one's mails, and what to do with those that did not leave. */
@Controller
@Needs(toRead = Right.READ_OWN, toChange = Right.CHANGE_OWN)
class OutboxController {
    private static final String HERE = "/outbox";
    private static final int LINES = 50;

    private final Post post;

    OutboxController(Post post) {
        this.post = post;
    }

    @GetMapping(HERE)
    OutboxPage outbox(Viewer viewer, @RequestParam(required = false) @Nullable String after) {
        Slice<Outgoing> mails = from(viewer, after);
        return new OutboxPage(
                mails.items().stream().map(OutboxPage.Line::of).toList(),
                after == null,
                mails.next());
    }

    /** A link to no place of this list shows it from its begin. */
    private Slice<Outgoing> from(Viewer viewer, @Nullable String after) {
        try {
            return post.outbox(viewer, Optional.ofNullable(after), LINES);
        } catch (IllegalArgumentException e) {
            return post.outbox(viewer, Optional.empty(), LINES);
        }
    }

    @PostMapping(HERE + "/{id}/again")
    void again(Viewer viewer, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        if (!post.again(viewer, new OutgoingId(id))) throw missing();
        done(response, "It is tried again now.");
    }

    @PostMapping(HERE + "/{id}/discard")
    void discard(Viewer viewer, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        if (!post.discard(viewer, new OutgoingId(id))) throw missing();
        done(response, "It is discarded and will not be sent.");
    }

    @PostMapping(HERE + "/{id}/arrived")
    void arrived(Viewer viewer, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        if (!post.arrived(viewer, new OutgoingId(id))) throw missing();
        done(response, "It counts as sent.");
    }

    private static void done(HttpServletResponse response, String words) throws IOException {
        Notices.say(response, Notice.of(words));
        response.sendRedirect(HERE);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
