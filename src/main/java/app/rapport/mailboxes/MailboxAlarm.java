package app.rapport.mailboxes;

import app.rapport.kernel.TouchFeed;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.mailboxes.store.MailboxRows;
import app.rapport.ui.Alarm;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a member on every page, and Today beside its list, when their mailbox is silent. */
@Component
class MailboxAlarm implements Alarm, TouchFeed {
    static final String PAGE = "/settings/mailboxes";

    /** Shorter than that, a server is away now and then, and comes back by itself. */
    private static final Duration BRIEF = Duration.ofHours(1);

    private final MailboxRows rows;
    private final Clock clock;

    MailboxAlarm(MailboxRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Optional<String> words(Viewer viewer) {
        return rows.of(viewer).stream()
                .flatMap(box -> serious(box).stream())
                .map(trouble ->
                        trouble
                                + " An answer sent from there would not be seen. Mend it under Settings, Mailboxes.")
                .findFirst();
    }

    private Optional<String> serious(Mailbox box) {
        boolean brief =
                box.state() != Mailbox.State.STOPPED
                        && box.troubleSince()
                                .filter(since -> since.isAfter(clock.instant().minus(BRIEF)))
                                .isPresent();
        return box.trouble().filter(_ -> !brief);
    }

    @Override
    public List<Reached> reached(Viewer viewer) {
        return rows.of(viewer).stream()
                .map(box ->
                        new Reached(
                                box.name(),
                                box.syncedAt(),
                                box.state() == Mailbox.State.PAUSED
                                        ? Optional.of(box.name() + " is paused.")
                                        : serious(box),
                                PAGE))
                .toList();
    }
}
