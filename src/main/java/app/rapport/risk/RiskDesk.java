package app.rapport.risk;

import app.rapport.access.Audit;
import app.rapport.access.Refused;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.risk.model.LimitUse;
import app.rapport.risk.model.LossLimit;
import app.rapport.risk.model.Noted;
import app.rapport.risk.model.OwnRisk;
import app.rapport.risk.model.RiskItem;
import app.rapport.risk.model.RiskKind;
import app.rapport.risk.model.Scenario;
import app.rapport.risk.model.StopOrGo;
import app.rapport.risk.store.RiskNotes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where risks are written down, corrected, and taken back. */
@Service
public class RiskDesk {
    private final RiskNotes notes;
    private final Risks risks;
    private final DealBook deals;
    private final Audit audit;
    private final Clock clock;

    RiskDesk(RiskNotes notes, Risks risks, DealBook deals, Audit audit, Clock clock) {
        this.notes = notes;
        this.risks = risks;
        this.deals = deals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes something about a deal.
     *
     * @return the wording, by which it can be undone
     * @throws Refused when it cannot be
     */
    @Transactional
    public UUID note(Viewer viewer, DealId deal, RiskItem body) {
        return write(viewer, Optional.of(deal), ItemNames.of(deal, body), body, Optional.empty());
    }

    /** The limit of the whole book in its currency. */
    @Transactional
    public UUID limit(Viewer viewer, LossLimit limit) {
        UUID item = ItemNames.ofBook(viewer, limit);
        return write(viewer, Optional.empty(), item, limit, Optional.empty());
    }

    /** A limit of the whole is judged by the whole: part of it would always leave room. */
    private static void checkSight(Optional<DealId> deal, RiskItem body) {
        if (deal.isEmpty() && body instanceof LossLimit && !Risks.seesWhole())
            throw new Refused(
                    "amount",
                    "You see some of the deals only. Whoever sees all of them sets the limit of the book");
    }

    /** Something the viewer dares, told to nobody yet. */
    @Transactional
    public UUID dare(Viewer viewer, Optional<DealId> deal, OwnRisk risk) {
        if (deal.isPresent() && deals.deal(viewer, deal.get()).isEmpty())
            throw new Refused("deal", "There is no such deal");
        return write(viewer, deal, Uuid7.next(), risk, Optional.of(viewer.member()));
    }

    /** The same thing in other words; empty when there is none of that kind. */
    @Transactional
    public Optional<UUID> correct(Viewer viewer, UUID item, RiskItem body) {
        notes.hold(item);
        return mine(viewer, item)
                .filter(standing ->
                        RiskKind.of(standing.note().body()) == RiskKind.of(body)
                                && !(body instanceof StopOrGo))
                .map(standing ->
                        write(viewer, standing.deal(), item, body, standing.note().only()));
    }

    /** As it stands, where the viewer may change it: a risk of one's own is its member's. */
    private Optional<RiskNote> mine(Viewer viewer, UUID item) {
        return notes.standing(viewer, item)
                .filter(kept ->
                        !(kept.note().body() instanceof OwnRisk)
                                || kept.note().by().equals(viewer.member()));
    }

    private UUID write(
            Viewer viewer,
            Optional<DealId> deal,
            UUID item,
            RiskItem body,
            Optional<MemberId> only) {
        RiskChecks.check(body);
        checkSight(deal, body);
        notes.hold(item);
        Optional<RiskNote> standing = notes.standing(viewer, item);
        RiskItem checked = checked(viewer, deal, item, standing, body);
        if (standing.filter(one -> one.note().body().equals(checked)).isPresent()
                && standing.get().note().only().equals(only)) return standing.get().note().id();
        return put(viewer, deal, item, checked, only);
    }

    private UUID put(
            Viewer viewer,
            Optional<DealId> deal,
            UUID item,
            RiskItem body,
            Optional<MemberId> only) {
        Instant at = now();
        notes.end(viewer, item, at);
        UUID id = Uuid7.next();
        notes.add(viewer, deal, new Noted<>(id, item, body, at, viewer.member(), only));
        audit.record(viewer, "risk.written", item, RiskKind.of(body).word());
        return id;
    }

    private RiskItem checked(
            Viewer viewer,
            Optional<DealId> deal,
            UUID item,
            Optional<RiskNote> standing,
            RiskItem body) {
        if (body instanceof Scenario scenario && deal.isPresent()) {
            List<Scenario> all = new ArrayList<>(List.of(scenario));
            risks.sheet(viewer, deal.get()).all(Scenario.class).stream()
                    .filter(other -> !other.item().equals(item))
                    .forEach(other -> all.add(other.body()));
            RiskChecks.together(all);
        }
        if (!(body instanceof LossLimit limit)) return body;
        Optional<LossLimit> before =
                standing.flatMap(one -> one.note().as(LossLimit.class)).map(Noted::body);
        return before.<RiskItem>map(one -> RiskChecks.inCalm(one, limit, use(viewer, deal, one)))
                .orElse(new LossLimit(limit.amount(), limit.currency(), limit.why(), true));
    }

    private LimitUse use(Viewer viewer, Optional<DealId> deal, LossLimit limit) {
        return deal.map(one -> risks.sheet(viewer, one).use(limit.amount()))
                .orElseGet(
                        () -> risks.book(viewer, now()).part(limit.currency()).use(limit.amount()));
    }

    /**
     * Takes it out; the wording that stood, by which it comes back.
     *
     * @throws Refused when it is a limit that is near
     */
    @Transactional
    public Optional<UUID> remove(Viewer viewer, UUID item) {
        notes.hold(item);
        Optional<RiskNote> standing = mine(viewer, item);
        standing.ifPresent(kept -> {
            checkSight(kept.deal(), kept.note().body());
            if (kept.note().body() instanceof LossLimit limit
                    && use(viewer, kept.deal(), limit).state() != LimitUse.State.FAR)
                throw new Refused(
                        "limit",
                        "A limit is not taken away while it is near: cut the deal, or raise the limit and say why");
            notes.end(viewer, item, now());
            audit.record(viewer, "risk.removed", item, RiskKind.of(kept.note().body()).word());
        });
        return standing.map(kept -> kept.note().id());
    }

    /**
     * Undoes what that wording did where nothing came after it: what was said before it stands
     * again; one that was taken out comes back.
     *
     * @throws Refused when it is the limit of a book that the viewer sees in part
     */
    @Transactional
    public boolean undo(Viewer viewer, UUID wording) {
        Optional<RiskNote> found = notes.wording(viewer, wording);
        if (found.isEmpty()) return false;
        checkSight(found.get().deal(), found.get().note().body());
        UUID item = found.get().note().item();
        notes.hold(item);
        Optional<RiskNote> standing = notes.standing(viewer, item);
        if (standing.isEmpty())
            return notes.last(viewer, item)
                    .filter(last -> last.note().id().equals(wording))
                    .filter(last -> back(viewer, last))
                    .isPresent();
        if (!standing.get().note().id().equals(wording) || mine(viewer, item).isEmpty())
            return false;
        unmove(viewer, standing.get());
        Instant began = standing.get().note().at();
        Optional<RiskNote> before = notes.before(viewer, item, began);
        if (before.isPresent()) back(viewer, before.get());
        else notes.end(viewer, item, now());
        audit.record(viewer, "risk.undone", item);
        return true;
    }

    private boolean back(Viewer viewer, RiskNote kept) {
        boolean anothers =
                kept.note().body() instanceof OwnRisk && !kept.note().by().equals(viewer.member());
        if (anothers) return false;
        put(viewer, kept.deal(), kept.note().item(), kept.note().body(), kept.note().only());
        return true;
    }

    private void unmove(Viewer viewer, RiskNote decision) {
        decision.note()
                .as(StopOrGo.class)
                .flatMap(note -> note.body().moved())
                .ifPresent(at -> deals.putBack(viewer, decision.deal().orElseThrow(), at));
    }

    /** Lets colleagues see a risk that the viewer took, or not any more. */
    @Transactional
    public boolean share(Viewer viewer, UUID item, boolean shared) {
        notes.hold(item);
        Optional<RiskNote> standing =
                mine(viewer, item).filter(kept -> kept.note().body() instanceof OwnRisk);
        standing.ifPresent(kept ->
                write(
                        viewer,
                        kept.deal(),
                        item,
                        kept.note().body(),
                        shared ? Optional.empty() : Optional.of(viewer.member())));
        return standing.isPresent();
    }

    private Instant now() {
        return clock.instant();
    }
}
