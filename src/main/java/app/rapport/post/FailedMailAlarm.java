package app.rapport.post;

import app.rapport.kernel.Viewer;
import app.rapport.ui.Alarm;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says on every page that a mail of this member did not leave. */
@Component
class FailedMailAlarm implements Alarm {
    private final Post post;

    FailedMailAlarm(Post post) {
        this.post = post;
    }

    @Override
    public Optional<String> words(Viewer viewer) {
        int failed = post.failed(viewer);
        if (failed == 0) return Optional.empty();
        return Optional.of(
                failed == 1
                        ? "A mail of yours did not leave."
                        : failed + " mails of yours did not leave.");
    }

    @Override
    public Optional<Link> mending() {
        return Optional.of(new Link("Open the outbox", "/outbox"));
    }
}
