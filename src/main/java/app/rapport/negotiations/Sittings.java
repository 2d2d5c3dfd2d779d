package app.rapport.negotiations;

import app.rapport.access.Audit;
import app.rapport.access.Refused;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.model.table.CurveBall;
import app.rapport.negotiations.model.table.NotedCaution.Answer;
import app.rapport.negotiations.model.table.Offer;
import app.rapport.negotiations.model.table.WalkAwayGate;
import app.rapport.negotiations.store.CautionRows;
import app.rapport.negotiations.store.NegotiationRows;
import app.rapport.negotiations.store.OfferRows;
import app.rapport.negotiations.store.TableRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens at the table of a negotiation, for its team only. */
@Service
public class Sittings {
    /** Which field a refusal is said of where the table has closed. */
    public static final String CLOSED = "closed";

    private static final Duration LATE = Duration.ofDays(1);

    private final Negotiations negotiations;
    private final NegotiationRows rows;
    private final OfferRows offers;
    private final TableRows tables;
    private final CautionRows cautions;
    private final Beliefs beliefs;
    private final Audit audit;
    private final Clock clock;

    Sittings(
            Negotiations negotiations,
            NegotiationRows rows,
            OfferRows offers,
            TableRows tables,
            CautionRows cautions,
            Beliefs beliefs,
            Audit audit,
            Clock clock) {
        this.negotiations = negotiations;
        this.rows = rows;
        this.offers = offers;
        this.tables = tables;
        this.cautions = cautions;
        this.beliefs = beliefs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty for whoever is not on its team, and until the table opens. */
    public Optional<Sitting> one(Viewer viewer, NegotiationId id) {
        return negotiations
                .one(viewer, id)
                .filter(one -> one.opened().isPresent())
                .map(one ->
                        Sitting.of(
                                one,
                                tables.state(viewer, id),
                                offers.list(viewer, id),
                                cautions.list(viewer, id),
                                beliefs));
    }

    /** Counts what happened; who looks on asks for it often, so it is one small row. */
    public Optional<Integer> changes(Viewer viewer, NegotiationId id) {
        return tables.changes(viewer, id);
    }

    /**
     * Puts an offer on the table.
     *
     * @return empty when the viewer is not on its team, or no table is open
     * @throws Refused when something is missing without which it is not said
     */
    @Transactional
    public Optional<Offer> put(Viewer viewer, NegotiationId id, Said said) {
        if (!rows.lock(viewer, id)) return Optional.empty();
        Optional<Sitting> sitting = one(viewer, id);
        if (sitting.isEmpty()) return Optional.empty();
        Optional<Offer> known = sitting.get().offer(said.id());
        if (known.isPresent()) return known;
        checkOpen(sitting.get());
        Offer offer = offer(viewer, said, sitting.get());
        if (!offers.add(viewer, id, offer)) return Optional.of(offer);
        cautions.add(viewer, id, CautionsOf.said(sitting.get(), offer, said.seen()));
        noted(viewer, id, "offered");
        return Optional.of(offer);
    }

    static void checkOpen(Sitting sitting) {
        if (!sitting.state().isOpen())
            throw new Refused(CLOSED, "This table is closed; open it again first");
    }

    /**
     * Keeps what was said before a table closed and came after: a note, which changes neither what
     * was agreed nor what anything is worth.
     *
     * @return empty when the viewer is not on its team
     * @throws Refused while the table is open, where it can be put on it
     */
    @Transactional
    public Optional<Offer> keepLate(Viewer viewer, NegotiationId id, Said said) {
        if (!rows.lock(viewer, id)) return Optional.empty();
        Optional<Sitting> sitting = one(viewer, id);
        if (sitting.isEmpty()) return Optional.empty();
        if (sitting.get().state().isOpen())
            throw new Refused("open", "This table is open: the offer can be put on it");
        new OfferRules(sitting.get(), said).check();
        Instant at = said.at().filter(moment -> !moment.isAfter(now())).orElseGet(this::now);
        Offer offer = said.offer(at, viewer.member(), Optional.empty());
        if (offers.addLate(viewer, id, offer)) noted(viewer, id, "offered");
        return Optional.of(offer);
    }

    /** The undo of that. */
    @Transactional
    public boolean dropLate(Viewer viewer, NegotiationId id, UUID offer) {
        if (!rows.lock(viewer, id)) return false;
        boolean there =
                offers.list(viewer, id).late().stream().anyMatch(one -> one.id().equals(offer));
        if (!there || !offers.takeBack(viewer, id, offer, Optional.of(now()))) return false;
        noted(viewer, id, "offered");
        return true;
    }

    private Offer offer(Viewer viewer, Said said, Sitting sitting) {
        OfferRules rules = new OfferRules(sitting, said);
        rules.check();
        rules.priceNamed()
                .ifPresent(gate ->
                        negotiations.change(
                                viewer, sitting.negotiation().id(), plan -> plan.withPrice(gate)));
        return said.offer(
                said.at().filter(this::isPlausible).orElseGet(this::now),
                viewer.member(),
                rules.below());
    }

    /**
     * Agrees to an offer under the walk-away that waits; from then on it is said.
     *
     * @throws Refused when the viewer may not, or not yet
     */
    @Transactional
    public boolean agreeBelow(Viewer viewer, NegotiationId id, UUID offer) {
        if (!rows.lock(viewer, id)) return false;
        Optional<Offer> waiting =
                one(viewer, id).stream()
                        .flatMap(sitting -> sitting.waiting().stream())
                        .filter(one -> one.id().equals(offer))
                        .findFirst();
        if (waiting.isEmpty()) return false;
        boolean alone = negotiations.alone(viewer);
        if (!WalkAwayGate.mayAgree(waiting.get(), viewer.member(), alone, now()))
            throw new Refused(
                    "below",
                    alone
                            ? "Take the break first: 15 minutes after you wrote it, it can be said"
                            : "Somebody else on the team reads the reason and agrees");
        offers.seen(viewer, id, offer, now());
        noted(viewer, id, "below");
        return true;
    }

    /** What was written down by mistake is not on the table. */
    @Transactional
    public boolean takeBack(Viewer viewer, NegotiationId id, UUID offer) {
        return taken(viewer, id, offer, Optional.of(now()));
    }

    /** The undo of that. */
    @Transactional
    public boolean bringBack(Viewer viewer, NegotiationId id, UUID offer) {
        return taken(viewer, id, offer, Optional.empty());
    }

    private boolean taken(Viewer viewer, NegotiationId id, UUID offer, Optional<Instant> at) {
        if (!rows.lock(viewer, id)) return false;
        Optional<Sitting> sitting = one(viewer, id);
        if (sitting.isEmpty()) return false;
        checkOpen(sitting.get());
        if (!offers.takeBack(viewer, id, offer, at)) return false;
        noted(viewer, id, "offered");
        return true;
    }

    /** What this buyer tried at earlier tables of the viewer's teams. */
    public List<CurveBall> curveBalls(Viewer viewer, NegotiationId id) {
        return rows.one(viewer, id).map(_ -> cautions.earlier(viewer, id)).orElse(List.of());
    }

    /** What was made of a warning, or of a tactic; empty takes the answer back. */
    @Transactional
    public boolean answer(Viewer viewer, NegotiationId id, UUID caution, Optional<Answer> answer) {
        if (!rows.lock(viewer, id)) return false;
        if (!cautions.answer(viewer, id, caution, answer, now())) return false;
        tables.changed(viewer, id);
        return true;
    }

    void noted(Viewer viewer, NegotiationId id, String word) {
        tables.changed(viewer, id);
        audit.record(viewer, "negotiation." + word, id.value());
    }

    /** What waited for the network says when it was said; what lies in the future does not. */
    private boolean isPlausible(Instant at) {
        Instant now = now();
        return !at.isAfter(now) && at.isAfter(now.minus(LATE));
    }

    Instant now() {
        return clock.instant();
    }
}
