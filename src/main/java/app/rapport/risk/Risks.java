package app.rapport.risk;

import app.rapport.database.CurrentWorkspace;
import app.rapport.deals.Deal;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.DealQuery;
import app.rapport.deals.DealSum;
import app.rapport.deals.DealThen;
import app.rapport.deals.Deals;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Seen;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.risk.model.LossLimit;
import app.rapport.risk.model.Noted;
import app.rapport.risk.model.OwnRisk;
import app.rapport.risk.model.RiskSheet;
import app.rapport.risk.store.RiskNotes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What is written about risks, read. */
@Service
public class Risks {
    private static final int LISTED = 500;

    private final RiskNotes notes;
    private final DealBook deals;
    private final Deals lists;

    Risks(RiskNotes notes, DealBook deals, Deals lists) {
        this.notes = notes;
        this.deals = deals;
        this.lists = lists;
    }

    /** Empty when the viewer does not see the deal. */
    public Optional<DealRisk> of(Viewer viewer, DealId deal) {
        return deals.deal(viewer, deal)
                .map(one -> new DealRisk(one, DealThen.now(one), sheet(viewer, deal)));
    }

    RiskSheet sheet(Viewer viewer, DealId deal) {
        return new RiskSheet(
                notes.of(viewer, deal).stream().<Noted<?>>map(RiskNote::note).toList());
    }

    /**
     * The book as it was written by that moment, by who owned which deal then. Deals decided by
     * then are not in it: what they cost is known.
     */
    public RiskBook book(Viewer viewer, Instant at) {
        Map<DealId, List<Noted<?>>> written = new LinkedHashMap<>();
        List<Noted<LossLimit>> limits = new ArrayList<>();
        for (RiskNote kept : notes.at(viewer, at))
            kept.deal()
                    .ifPresentOrElse(
                            deal ->
                                    written.computeIfAbsent(deal, _ -> new ArrayList<>())
                                            .add(kept.note()),
                            () -> kept.note().as(LossLimit.class).ifPresent(limits::add));
        Map<DealId, DealThen> open = lists.openThen(viewer, written.keySet(), at);
        return new RiskBook(
                deals.deals(viewer, written.keySet()).stream()
                        .flatMap(deal ->
                                Optional.ofNullable(open.get(deal.id()))
                                        .map(then -> risk(deal, then, written))
                                        .stream())
                        .toList(),
                limits,
                seesWhole());
    }

    private static DealRisk risk(Deal deal, DealThen then, Map<DealId, List<Noted<?>>> written) {
        return new DealRisk(deal, then, new RiskSheet(written.getOrDefault(deal.id(), List.of())));
    }

    /** Whether all deals are seen: only then what the book may cost is known. */
    static boolean seesWhole() {
        return CurrentWorkspace.seen().equals(Seen.ALL);
    }

    /** How many open deals the viewer sees of which nobody wrote what may be lost. */
    public long silent(Viewer viewer, RiskBook book) {
        long open = DealSum.deals(lists.sums(viewer, DealQuery.of(Map.of("state", "open"))));
        return Math.max(0, open - book.deals().size());
    }

    /** A risk that a member took, and in which deal. */
    public record Taken(Optional<Deal> deal, Noted<OwnRisk> note) {}

    /** The viewer's, and those that colleagues share; the newest first. */
    public List<Taken> own(Viewer viewer) {
        return taken(viewer, notes.own(viewer, PlaceInTime.START.id(), LISTED));
    }

    /**
     * @param before the item that the page before ended with
     */
    public Slice<Taken> own(Viewer viewer, Optional<UUID> before, int most) {
        Slice<RiskNote> page =
                Slice.of(
                        notes.own(viewer, before.orElse(PlaceInTime.START.id()), most + 1),
                        most,
                        last -> last.note().item().toString());
        return new Slice<>(taken(viewer, page.items()), page.next());
    }

    private List<Taken> taken(Viewer viewer, List<RiskNote> found) {
        Map<DealId, Deal> named = new LinkedHashMap<>();
        List<DealId> ids = found.stream().flatMap(one -> one.deal().stream()).distinct().toList();
        deals.deals(viewer, ids).forEach(deal -> named.put(deal.id(), deal));
        return found.stream()
                .flatMap(one ->
                        one.note().as(OwnRisk.class).stream()
                                .map(note ->
                                        new Taken(
                                                one.deal()
                                                        .flatMap(id ->
                                                                Optional.ofNullable(named.get(id))),
                                                note)))
                .toList();
    }

    /**
     * All wordings of a deal's notes, or of the book's: newest first.
     *
     * @throws app.rapport.kernel.Cursor.Foreign for a cursor that this list did not give
     */
    public Slice<RiskNote> history(Viewer viewer, Optional<DealId> deal, String cursor, int most) {
        return Slice.of(
                notes.history(viewer, deal, PlaceInTime.read(cursor), most + 1),
                most,
                last -> new PlaceInTime(last.changed(), last.note().id()).text());
    }

    /** As it stands; empty once it was taken out. */
    public Optional<RiskNote> standing(Viewer viewer, UUID item) {
        return notes.standing(viewer, item);
    }

    /** One wording, whether it stands or not. */
    public Optional<RiskNote> wording(Viewer viewer, UUID id) {
        return notes.wording(viewer, id);
    }
}
