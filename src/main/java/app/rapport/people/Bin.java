package app.rapport.people;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import app.rapport.people.store.BinRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was deleted, for thirty days: it comes back with all that hung on it. */
@Service
public class Bin {
    /** As long as somebody may take to notice. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int SHOWN = 500;

    private final BinRows rows;
    private final ContactBook contacts;
    private final AccountBook accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bin(
            BinRows rows,
            ContactBook contacts,
            AccountBook accounts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.contacts = contacts;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param by who deleted it; empty where that was not kept
     * @param goes when it is gone for good
     */
    public record Binned(
            RecordKind kind,
            UUID id,
            String name,
            Instant deleted,
            Optional<MemberId> by,
            Instant goes) {}

    /** These are gone for good; told in the same transaction. */
    public record Emptied(Viewer viewer, List<PersonId> people) {}

    /** The newest first. */
    public List<Binned> list(Viewer viewer) {
        return rows.list(viewer, SHOWN);
    }

    /** What came back; empty when it is not in the bin. */
    @Transactional
    public Optional<Binned> restore(Viewer viewer, UUID id) {
        Optional<Binned> found = rows.one(viewer, id);
        found.ifPresent(binned -> {
            switch (binned.kind()) {
                case CONTACT -> contacts.restore(viewer, new PersonId(id));
                case ACCOUNT -> accounts.restore(viewer, new AccountId(id));
            }
        });
        return found;
    }

    /** Lets go of what has been in it for long enough. */
    @Transactional
    public void empty(Viewer viewer) {
        List<PersonId> gone = rows.empty(viewer, clock.instant().minus(KEPT));
        if (!gone.isEmpty()) events.publishEvent(new Emptied(viewer, gone));
    }
}
