package app.rapport.mailboxes;

import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.mailboxes.store.Leases;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When to work out what follows from new mail. It walks the whole archive, so it is done at most
 * for a twentieth of the time: at once in a small archive, every few minutes in a very large one.
 * What is owed stands in the database, so that a crash forgets nothing.
 */
final class Conclusions {
    private static final int SHARE = 20;

    private final MailboxReading reading;
    private final Leases.Place place;
    private @Nullable Viewer viewer;
    private Instant notBefore = Instant.MIN;

    Conclusions(MailboxReading reading, Leases.Place place) {
        this.reading = reading;
        this.place = place;
    }

    void of(Viewer whose) {
        this.viewer = whose;
    }

    void whenDue() {
        Viewer whose = viewer;
        Instant began = reading.clock().instant();
        if (whose == null || began.isBefore(notBefore)) return;
        Optional<Mailbox> owing = owing();
        if (owing.isEmpty()) return;
        reading.conclude(whose, owing.get());
        Instant ended = reading.clock().instant();
        notBefore = ended.plus(Duration.between(began, ended).multipliedBy(SHARE));
    }

    private Optional<Mailbox> owing() {
        return CurrentWorkspace.call(
                place.workspace(),
                () ->
                        reading.mailboxes()
                                .kept(place.workspace().value(), place.mailbox())
                                .filter(Mailbox::owesConclusion));
    }

    /** No longer than until the next one is due. */
    Duration sooner(Duration most) {
        if (owing().isEmpty()) return most;
        Duration left = Duration.between(reading.clock().instant(), notBefore);
        if (left.isNegative()) return Duration.ofSeconds(1);
        return left.compareTo(most) < 0 ? left : most;
    }
}
