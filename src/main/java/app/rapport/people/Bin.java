package app.rapport.people;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.store.BinRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was deleted, for thirty days: it comes back with all that hung on it. */
@Service
public class Bin {
    /** As long as somebody may take to notice. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int SHOWN = 500;

    /** As the database orders ids, which Java takes for signed numbers. */
    private static final Comparator<Binned> NEWEST_FIRST =
            Comparator.comparing(Binned::deleted)
                    .thenComparing(binned -> binned.id().toString())
                    .reversed();

    private final BinRows rows;
    private final ContactBook contacts;
    private final AccountBook accounts;
    private final List<BinCompartment> others;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bin(
            BinRows rows,
            ContactBook contacts,
            AccountBook accounts,
            List<BinCompartment> others,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.contacts = contacts;
        this.accounts = accounts;
        this.others = others;
        this.events = events;
        this.clock = clock;
    }

    /** What lies in it. */
    public enum Kind {
        CONTACT("/people/"),
        ACCOUNT("/accounts/"),
        TALK("/touches/"),
        DEAL("/deals/"),
        PLAN("/calls/"),
        BUSINESS_CASE("/business-cases/"),
        HARD_TALK("/hard-talks/");

        private final String pages;

        Kind(String pages) {
            this.pages = pages;
        }
    }

    /**
     * @param by who deleted it; empty where that was not kept
     * @param goes when it is gone for good
     */
    public record Binned(
            Kind kind, UUID id, String name, Instant deleted, Optional<MemberId> by, Instant goes) {

        /** The page it has when it is back. */
        public String home() {
            return kind.pages + id;
        }
    }

    /** These are gone for good; told in the same transaction. */
    public record Emptied(Viewer viewer, List<PersonId> people) {}

    /** The newest first. */
    public List<Binned> list(Viewer viewer) {
        return list(viewer, PlaceInTime.START, SHOWN);
    }

    /**
     * @throws app.rapport.kernel.Cursor.Foreign for a cursor that this list did not give
     */
    public Slice<Binned> page(Viewer viewer, String cursor, int most) {
        return Slice.of(
                list(viewer, PlaceInTime.read(cursor), most + 1),
                most,
                last -> new PlaceInTime(last.deleted(), last.id()).text());
    }

    private List<Binned> list(Viewer viewer, PlaceInTime before, int most) {
        return Stream.concat(
                        rows.list(viewer, before, most).stream(),
                        others.stream().flatMap(other -> other.list(viewer, before, most).stream()))
                .sorted(NEWEST_FIRST)
                .limit(most)
                .toList();
    }

    /** What came back; empty when it is not in the bin. */
    @Transactional
    public Optional<Binned> restore(Viewer viewer, UUID id) {
        Optional<Binned> found = rows.one(viewer, id);
        if (found.isEmpty())
            return others.stream().flatMap(other -> other.restore(viewer, id).stream()).findFirst();
        if (found.get().kind() == Kind.CONTACT) contacts.restore(viewer, new PersonId(id));
        else accounts.restore(viewer, new AccountId(id));
        return found;
    }

    /** Lets go of what has been in it for long enough. */
    @Transactional
    public void empty(Viewer viewer) {
        Instant before = clock.instant().minus(KEPT);
        others.forEach(other -> other.empty(viewer, before));
        List<PersonId> gone = rows.empty(viewer, before);
        if (!gone.isEmpty()) events.publishEvent(new Emptied(viewer, gone));
    }
}
