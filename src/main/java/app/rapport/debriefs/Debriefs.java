package app.rapport.debriefs;

import app.rapport.access.Audit;
import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.deals.Deal;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.debriefs.Debrief.Held;
import app.rapport.debriefs.model.Figures;
import app.rapport.debriefs.model.Habits;
import app.rapport.debriefs.store.DebriefRows;
import app.rapport.debriefs.store.LessonRows;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.ClosedTables;
import app.rapport.negotiations.ClosedTables.Closed;
import app.rapport.negotiations.Deadlocks;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Negotiations;
import app.rapport.negotiations.Sitting;
import app.rapport.negotiations.Sittings;
import app.rapport.negotiations.model.table.Deadlock;
import app.rapport.negotiations.model.table.Ending;
import app.rapport.people.People;
import app.rapport.promises.Promises;
import app.rapport.promises.model.Promise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking back at closed tables, for their teams only. */
@Service
public class Debriefs {
    private static final Duration DUE = Duration.ofDays(14);

    private final Negotiations negotiations;
    private final Sittings sittings;
    private final Deadlocks deadlocks;
    private final ClosedTables closed;
    private final DebriefRows rows;
    private final LessonRows lessons;
    private final Promises promises;
    private final DealBook deals;
    private final House house;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    Debriefs(
            Negotiations negotiations,
            Sittings sittings,
            Deadlocks deadlocks,
            ClosedTables closed,
            DebriefRows rows,
            LessonRows lessons,
            Promises promises,
            DealBook deals,
            House house,
            People people,
            Audit audit,
            Clock clock) {
        this.negotiations = negotiations;
        this.sittings = sittings;
        this.deadlocks = deadlocks;
        this.closed = closed;
        this.rows = rows;
        this.lessons = lessons;
        this.promises = promises;
        this.deals = deals;
        this.house = house;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty for whoever is not on its team, and while the table is not closed. */
    public Optional<Debrief> of(Viewer viewer, NegotiationId id) {
        return sittings.one(viewer, id)
                .flatMap(sitting ->
                        sitting.state().ending().map(ending -> read(viewer, sitting, ending)));
    }

    /** Whether there is one, without concluding what stands in it. */
    public boolean isThere(Viewer viewer, NegotiationId id) {
        return sittings.one(viewer, id).flatMap(sitting -> sitting.state().ending()).isPresent();
    }

    private Debrief read(Viewer viewer, Sitting sitting, Ending ending) {
        NegotiationId id = sitting.negotiation().id();
        Optional<DebriefRows.Held> held = held(viewer, id, ending.at());
        return new Debrief(
                sitting,
                ending,
                held.map(DebriefRows.Held::figures).orElseGet(() -> FiguresOf.of(sitting, ending)),
                FiguresOf.terms(sitting),
                held.map(one -> new Held(one.at(), one.by())),
                lessons.of(viewer, id),
                rows.marks(viewer, id),
                rows.promises(viewer, id).stream()
                        .flatMap(one -> promises.one(viewer, one).stream())
                        .toList());
    }

    /** One that was held before the table opened again and closed anew counts no more. */
    private Optional<DebriefRows.Held> held(Viewer viewer, NegotiationId id, Instant closedAt) {
        return Optional.ofNullable(rows.of(viewer, List.of(id.value())).get(id.value()))
                .filter(one -> !one.at().isBefore(closedAt));
    }

    /** All of it, to be read by other programs; empty until the table opens. */
    public Optional<Whole> whole(Viewer viewer, NegotiationId id) {
        return sittings.one(viewer, id)
                .map(sitting ->
                        Whole.of(
                                sitting,
                                deadlocks.one(viewer, id).orElse(Deadlock.NONE),
                                sitting.state()
                                        .ending()
                                        .map(ending -> read(viewer, sitting, ending))));
    }

    /** The deal that it was about, where the viewer sees it. */
    public Optional<Deal> deal(Viewer viewer, DealId id) {
        return deals.deal(viewer, id);
    }

    /** It was talked over: what came of the table is kept as it is believed now. */
    @Transactional
    public boolean hold(Viewer viewer, NegotiationId id) {
        Optional<Sitting> sitting = sittings.one(viewer, id);
        Optional<Ending> ending = sitting.flatMap(one -> one.state().ending());
        if (ending.isEmpty()) return false;
        rows.hold(viewer, id, FiguresOf.of(sitting.orElseThrow(), ending.get()), now());
        audit.record(viewer, "debrief.held", id.value());
        return true;
    }

    /** Undoes that. */
    @Transactional
    public boolean release(Viewer viewer, NegotiationId id) {
        if (negotiations.one(viewer, id).isEmpty()) return false;
        rows.release(viewer, id);
        audit.record(viewer, "debrief.released", id.value());
        return true;
    }

    /**
     * Says whether what was warned of came true.
     *
     * @param came empty to say nothing any more
     * @return false where nothing of that id was warned of
     */
    @Transactional
    public boolean mark(Viewer viewer, NegotiationId id, UUID caution, Optional<Boolean> came) {
        boolean warned =
                sittings.one(viewer, id).stream()
                        .flatMap(sitting -> sitting.cautions().stream())
                        .anyMatch(one -> one.id().equals(caution));
        if (!warned) return false;
        rows.mark(viewer, id, caution, came, now());
        return true;
    }

    /** By caution, whether it came true; empty for whoever is not on its team. */
    public Map<UUID, Boolean> marks(Viewer viewer, NegotiationId id) {
        return negotiations.one(viewer, id).map(_ -> rows.marks(viewer, id)).orElse(Map.of());
    }

    /**
     * Makes promises of what was agreed: all of them, or none.
     *
     * @return their ids, by which they can be taken back
     * @throws Refused when one cannot be made
     */
    @Transactional
    public Optional<List<UUID>> promise(
            Viewer viewer, NegotiationId id, List<Promises.New> wanted) {
        if (negotiations.one(viewer, id).isEmpty()) return Optional.empty();
        if (wanted.isEmpty()) throw new Refused("promises", "Say what was promised, and by whom");
        wanted.forEach(one -> check(viewer, one));
        List<UUID> made = new ArrayList<>();
        for (Promises.New one : wanted) made.add(promises.make(viewer, one).id());
        rows.promised(viewer, id, made, now());
        audit.record(viewer, "debrief.promised", id.value());
        return Optional.of(made);
    }

    private void check(Viewer viewer, Promises.New wanted) {
        if (!house.present(viewer).containsKey(wanted.keeper()))
            throw new Refused("keeper", "There is no such colleague");
        if (wanted.person().filter(one -> people.card(viewer, one).isEmpty()).isPresent())
            throw new Refused("person", "There is no such person");
    }

    /** A slip: those to which nothing happened since never were. */
    @Transactional
    public boolean unpromise(Viewer viewer, NegotiationId id, List<UUID> made) {
        if (negotiations.one(viewer, id).isEmpty()) return false;
        List<UUID> ours = rows.promises(viewer, id);
        List<UUID> undone =
                made.stream().filter(ours::contains).filter(one -> unmade(viewer, one)).toList();
        rows.unpromised(viewer, id, undone);
        return !undone.isEmpty();
    }

    private boolean unmade(Viewer viewer, UUID promise) {
        Optional<Promise> standing = promises.one(viewer, promise);
        return standing.isPresent() && promises.unmake(viewer, promise);
    }

    /** What the viewer does at tables, of all that were looked back at. */
    public Habits habits(Viewer viewer) {
        Instant now = now();
        List<Closed> tables = closed.between(viewer, Instant.EPOCH, now);
        Map<UUID, DebriefRows.Held> held = held(viewer, tables);
        List<Figures> figures =
                tables.stream()
                        .filter(one -> isHeld(one, held, now))
                        .flatMap(one -> Optional.ofNullable(held.get(one.id().value())).stream())
                        .map(DebriefRows.Held::figures)
                        .toList();
        return Habits.of(viewer.member(), figures);
    }

    /** Whether its table closed, and there is something to look back at. */
    public boolean isClosed(Viewer viewer, NegotiationId id) {
        return closed.one(viewer, id).isPresent();
    }

    /** Tables that closed within two weeks before that moment and were not looked back at then. */
    List<Closed> due(Viewer viewer, Instant at) {
        List<Closed> tables = closed.between(viewer, at.minus(DUE), at);
        Map<UUID, DebriefRows.Held> held = held(viewer, tables);
        return tables.stream().filter(one -> !isHeld(one, held, at)).toList();
    }

    private Map<UUID, DebriefRows.Held> held(Viewer viewer, List<Closed> tables) {
        return rows.of(viewer, tables.stream().map(one -> one.id().value()).toList());
    }

    /** One that was held before the table opened again counts no more. */
    private static boolean isHeld(Closed one, Map<UUID, DebriefRows.Held> held, Instant at) {
        DebriefRows.Held debrief = held.get(one.id().value());
        return debrief != null && !debrief.at().isAfter(at) && !debrief.at().isBefore(one.at());
    }

    private Instant now() {
        return clock.instant();
    }
}
