package app.rapport.negotiations;

import app.rapport.access.Refused;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.model.table.Ending;
import app.rapport.negotiations.model.table.Move;
import app.rapport.negotiations.model.table.TableState;
import app.rapport.negotiations.model.table.WalkAwayGate;
import app.rapport.negotiations.store.NegotiationRows;
import app.rapport.negotiations.store.TableRows;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a table pauses and ends: break and deadline, agreement, walking away, opening it again. */
@Service
public class Closings {
    private final Sittings sittings;
    private final NegotiationRows rows;
    private final TableRows tables;
    private final ApplicationEventPublisher events;

    Closings(
            Sittings sittings,
            NegotiationRows rows,
            TableRows tables,
            ApplicationEventPublisher events) {
        this.sittings = sittings;
        this.rows = rows;
        this.tables = tables;
        this.events = events;
    }

    /** The sitting, while nobody else can change it; empty where the viewer sees none. */
    private Optional<Sitting> locked(Viewer viewer, NegotiationId id) {
        return rows.lock(viewer, id) ? sittings.one(viewer, id) : Optional.empty();
    }

    /**
     * Closes the table with an agreement: an offer is accepted, theirs by us or ours by them.
     *
     * @throws Refused while something is not agreed upon, or goes under the walk-away
     */
    @Transactional
    public boolean agree(Viewer viewer, NegotiationId id, UUID offer) {
        Optional<Sitting> sitting = locked(viewer, id);
        if (sitting.isEmpty()) return false;
        Sittings.checkOpen(sitting.get());
        Optional<Move> move =
                sitting.get().path().stream()
                        .filter(one -> one.offer().id().equals(offer))
                        .findFirst();
        if (move.isEmpty()) return false;
        checkAgreed(sitting.get(), move.get());
        close(viewer, id, new Ending.Agreed(sittings.now(), viewer.member(), offer), "agreed");
        return true;
    }

    private static void checkAgreed(Sitting sitting, Move move) {
        sitting.plan().issues().stream()
                .filter(issue -> !move.standing().containsKey(issue.id()))
                .findFirst()
                .ifPresent(issue -> {
                    throw new Refused("agree", "Nothing is said of \"" + issue.name() + "\" yet");
                });
        if (WalkAwayGate.bars(move.standing(), sitting.path(), sitting.valuation()))
            throw new Refused(
                    "agree",
                    "That is under your walk-away. Write it down as your offer with the reason first, and let a second person agree");
    }

    /**
     * Walks away, and leaves the door open.
     *
     * @throws Refused without a reason, which they are told
     */
    @Transactional
    public boolean leave(Viewer viewer, NegotiationId id, String reason) {
        Optional<Sitting> sitting = locked(viewer, id);
        if (sitting.isEmpty()) return false;
        Sittings.checkOpen(sitting.get());
        if (reason.isBlank()) throw new Refused("reason", "Say why: they are told the reason");
        close(
                viewer,
                id,
                new Ending.Left(sittings.now(), viewer.member(), OfferRules.shortened(reason)),
                "leaving");
        return true;
    }

    private void close(Viewer viewer, NegotiationId id, Ending ending, String word) {
        sittings.noted(viewer, id, word);
        tables.end(viewer, id, ending);
        events.publishEvent(new TableClosed(viewer, id));
    }

    /** They came back, or it was closed by mistake. */
    @Transactional
    public boolean reopen(Viewer viewer, NegotiationId id) {
        if (locked(viewer, id).isEmpty()) return false;
        tables.reopen(viewer, id);
        sittings.noted(viewer, id, "reopened");
        return true;
    }

    /** A break of 15 minutes, or the end of one. */
    @Transactional
    public boolean pause(Viewer viewer, NegotiationId id, boolean begins) {
        if (locked(viewer, id).isEmpty()) return false;
        tables.changed(viewer, id);
        tables.breakUntil(
                viewer,
                id,
                begins ? Optional.of(sittings.now().plus(TableState.BREAK)) : Optional.empty());
        return true;
    }

    /** Until when there is time. */
    @Transactional
    public boolean endsOn(Viewer viewer, NegotiationId id, Optional<Instant> at) {
        if (locked(viewer, id).isEmpty()) return false;
        sittings.noted(viewer, id, "deadline");
        tables.endsOn(viewer, id, at);
        return true;
    }
}
