package app.rapport.conversations;

import app.rapport.access.Audit;
import app.rapport.conversations.store.WithdrawnTouches;
import app.rapport.conversations.store.WithdrawnTouches.Withdrawn;
import app.rapport.kernel.Excerpt;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.people.Bin;
import app.rapport.people.Bin.Binned;
import app.rapport.people.BinCompartment;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls, meetings, letters and notes that were logged and are deleted: for thirty days they lie in
 * the bin. Mail and meetings of a calendar are not deleted, as they would come in again.
 */
@Service
public class Withdrawals implements BinCompartment {
    private static final int SHOWN = 60;

    private final WithdrawnTouches withdrawn;
    private final LastTouches lastTouches;
    private final Audit audit;
    private final Clock clock;

    Withdrawals(WithdrawnTouches withdrawn, LastTouches lastTouches, Audit audit, Clock clock) {
        this.withdrawn = withdrawn;
        this.lastTouches = lastTouches;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether it is such a touch, and still stands. */
    public boolean mayGo(Viewer viewer, TouchId touch) {
        return withdrawn.mayGo(viewer, touch);
    }

    /** What became of asking to delete something. */
    public enum Outcome {
        DELETED,
        /** Somebody corrected or deleted it before. */
        CHANGED_SINCE,
        /** It was not typed by hand. */
        STAYS
    }

    /** Deletes it, as known from now. */
    @Transactional
    public Outcome withdraw(Viewer viewer, TouchId touch) {
        if (!withdrawn.add(viewer, touch, clock.instant()))
            return withdrawn.isOvertaken(viewer, touch) ? Outcome.CHANGED_SINCE : Outcome.STAYS;
        lastTouches.refresh(viewer, withdrawn.people(viewer, touch));
        audit.record(viewer, "talk.deleted", touch.value());
        return Outcome.DELETED;
    }

    @Override
    @Transactional
    public Optional<Binned> restore(Viewer viewer, UUID id) {
        TouchId touch = new TouchId(id);
        Optional<Withdrawn> found = withdrawn.one(viewer, touch);
        if (found.isEmpty() || !withdrawn.remove(viewer, touch)) return Optional.empty();
        lastTouches.refresh(viewer, withdrawn.people(viewer, touch));
        audit.record(viewer, "talk.restored", id);
        return found.map(Withdrawals::binned);
    }

    @Override
    public List<Binned> list(Viewer viewer, PlaceInTime before, int most) {
        return withdrawn.list(viewer, before, most).stream().map(Withdrawals::binned).toList();
    }

    private static Binned binned(Withdrawn talk) {
        return new Binned(
                Bin.Kind.TALK,
                talk.id().value(),
                name(talk),
                talk.deleted(),
                talk.by(),
                talk.deleted().plus(Bin.KEPT));
    }

    /** "Call with Marta Vesely: Wants twelve housings …" */
    private static String name(Withdrawn talk) {
        String kind =
                talk.kind().substring(0, 1).toUpperCase(Locale.ROOT) + talk.kind().substring(1);
        String about = (talk.subject().isBlank() ? talk.words() : talk.subject()).strip();
        String line = about.lines().findFirst().orElse("");
        return kind
                + (talk.people().isEmpty() ? "" : " with " + talk.people())
                + ": "
                + Excerpt.of(line, SHOWN);
    }

    @Override
    @Transactional
    public void empty(Viewer viewer, Instant before) {
        withdrawn.empty(viewer, before);
    }
}
