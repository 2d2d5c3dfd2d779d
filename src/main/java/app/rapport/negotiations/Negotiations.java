package app.rapport.negotiations;

import app.rapport.access.Audit;
import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.deals.Deal;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.model.Aim;
import app.rapport.negotiations.model.Consequences;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanCopy;
import app.rapport.negotiations.model.PlanPart;
import app.rapport.negotiations.model.Readiness;
import app.rapport.negotiations.store.NegotiationRows;
import app.rapport.negotiations.store.PlanWriting;
import app.rapport.negotiations.store.SavedRows;
import app.rapport.negotiations.store.VersionRows;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Negotiations of deals, for their teams: the deal's owner and the members added. Nobody else is
 * told that there is one.
 */
@Service
public class Negotiations {
    private static final Duration SITTING = Duration.ofMinutes(30);

    private static final int LISTED = 200;

    private final NegotiationRows rows;
    private final PlanWriting writing;
    private final VersionRows versions;
    private final SavedRows saved;
    private final DealBook deals;
    private final House house;
    private final Audit audit;
    private final Clock clock;

    Negotiations(
            NegotiationRows rows,
            PlanWriting writing,
            VersionRows versions,
            SavedRows saved,
            DealBook deals,
            House house,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.writing = writing;
        this.versions = versions;
        this.saved = saved;
        this.deals = deals;
        this.house = house;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty for whoever is not on its team. */
    public Optional<Negotiation> one(Viewer viewer, NegotiationId id) {
        return rows.one(viewer, id);
    }

    /** The viewer's, changed last first. */
    public List<NegotiationLine> list(Viewer viewer) {
        return rows.list(viewer, Optional.empty(), PlaceInTime.START, LISTED);
    }

    /**
     * @throws app.rapport.kernel.Cursor.Foreign for a cursor that this list did not give
     */
    public Slice<NegotiationLine> page(Viewer viewer, String cursor, int most) {
        PlaceInTime before = PlaceInTime.read(cursor);
        return Slice.of(
                rows.list(viewer, Optional.empty(), before, most + 1),
                most,
                last -> new PlaceInTime(last.updatedAt(), last.id().value()).text());
    }

    public List<NegotiationLine> of(Viewer viewer, DealId deal) {
        return rows.list(viewer, Optional.of(deal), PlaceInTime.START, LISTED);
    }

    /** Who saved that part last, and when; empty for whoever is not on the team. */
    public Optional<Aim.Deed> lastSaved(Viewer viewer, NegotiationId id, PlanPart part) {
        return one(viewer, id).flatMap(_ -> saved.last(viewer, id, part.title()));
    }

    public boolean any(Viewer viewer) {
        return rows.any(viewer);
    }

    /** Whether nobody else works in the workspace. */
    public boolean alone(Viewer viewer) {
        return house.present(viewer).size() == 1;
    }

    public Readiness readiness(Viewer viewer, Plan plan) {
        return Readiness.of(plan, alone(viewer));
    }

    /**
     * @param like an earlier one of the viewer's teams whose plan this one begins with
     * @throws Refused when the title or the deal cannot be used
     */
    @Transactional
    public NegotiationId begin(
            Viewer viewer, DealId deal, String title, Optional<NegotiationId> like) {
        Deal of =
                deals.deal(viewer, deal)
                        .orElseThrow(() -> new Refused("deal", "There is no such deal"));
        String name = title.isBlank() ? of.name() : title.strip();
        if (name.length() > 200) throw new Refused("title", "At most 200 letters fit here");
        Optional<Plan> earlier =
                like.map(id ->
                        one(viewer, id)
                                .orElseThrow(
                                        () -> new Refused("like", "There is no such negotiation"))
                                .plan());
        NegotiationId id = NegotiationId.next();
        rows.add(viewer, id, deal, name, now());
        earlier.ifPresent(plan -> write(viewer, id, PlanCopy.of(plan, name, Uuid7::next)));
        deals.note(viewer, deal, "negotiation", "a negotiation is planned");
        audit.record(viewer, "negotiation.added", id.value());
        return id;
    }

    private void write(Viewer viewer, NegotiationId id, Plan plan) {
        Instant at = now();
        writing.issues(viewer, id, plan.issues());
        writing.lines(viewer, id, plan.lines());
        writing.alternatives(viewer, id, plan.alternatives());
        writing.proposal(viewer, id, plan.proposal());
        writing.ticks(viewer, id, plan.price().ticks(), at);
        writing.trades(viewer, id, plan.tradeOffs());
        rows.write(viewer, id, plan, at);
    }

    /** Changes the plan, whatever it has become since the viewer read it. */
    @Transactional
    public Optional<Negotiation> change(Viewer viewer, NegotiationId id, UnaryOperator<Plan> edit) {
        return change(viewer, id, _ -> {}, edit);
    }

    /**
     * Changes the plan; the plan as it stood before a sitting is kept as a version.
     *
     * @param check sees it as it stands, while nobody else can change it; it may refuse
     * @param edit sees the same, and may refuse too
     * @return empty when the viewer is not on its team
     * @throws Refused when something cannot be used
     */
    @Transactional
    public Optional<Negotiation> change(
            Viewer viewer,
            NegotiationId id,
            Consumer<Negotiation> check,
            UnaryOperator<Plan> edit) {
        if (!rows.lock(viewer, id)) return Optional.empty();
        Negotiation before = one(viewer, id).orElseThrow();
        check.accept(before);
        Plan after = Consequences.of(before.plan(), edit.apply(before.plan()));
        if (after.equals(before.plan())) return Optional.of(before);
        if (before.opened().isPresent()) checkCalm(before.plan(), after);
        if (before.updatedAt().isBefore(now().minus(SITTING)))
            versions.keep(viewer, before, "before it was changed", before.updatedAt());
        write(viewer, id, after);
        saved.saved(viewer, id, PlanPart.changed(before.plan(), after), now());
        audit.record(viewer, "negotiation.changed", id.value());
        return one(viewer, id);
    }

    /**
     * A limit that was set in calm is not lowered in the heat (Staw 1976): else nobody would need
     * the second person who agrees to go under it. Another round begins with a plan of its own.
     */
    private static void checkCalm(Plan before, Plan after) {
        Optional<BigDecimal> limit = before.walkAway();
        boolean stands =
                limit.isEmpty()
                        || after.walkAway()
                                .filter(one -> one.compareTo(limit.get()) >= 0)
                                .isPresent();
        if (!stands)
            throw new Refused(
                    "points",
                    "The table is open: a walk-away that was set in calm is not lowered there. Write the offer down with its reason, and let a second person agree");
    }

    /**
     * Signs the aim: a colleague has heard it defended; alone, its writer has read it again after a
     * night.
     *
     * @param check sees it as it stands: who signs has read that
     * @throws Refused when it may not be signed now, or not by the viewer
     */
    @Transactional
    public boolean signAim(Viewer viewer, NegotiationId id, Consumer<Negotiation> check) {
        if (!rows.lock(viewer, id)) return false;
        Negotiation standing = one(viewer, id).orElseThrow();
        check.accept(standing);
        Aim aim = standing.plan().aim();
        boolean alone = alone(viewer);
        if (!aim.maySign(viewer.member(), alone, now(), viewer.zone()))
            throw new Refused(
                    "aim",
                    alone
                            ? "Read it again after a night: tomorrow it can be signed"
                            : "A colleague who heard it defended signs it");
        Aim signed =
                new Aim(
                        aim.lift(),
                        aim.defence(),
                        aim.defended(),
                        Optional.of(new Aim.Deed(viewer.member(), now())));
        rows.write(viewer, id, standing.plan().aimingAt(signed), now());
        versions.keep(viewer, one(viewer, id).orElseThrow(), "the aim was signed", now());
        audit.record(viewer, "negotiation.aim", id.value());
        return true;
    }

    /**
     * Opens the table.
     *
     * @throws Refused while something is missing without which it does not open
     */
    @Transactional
    public boolean open(Viewer viewer, NegotiationId id) {
        if (!rows.lock(viewer, id)) return false;
        Negotiation standing = one(viewer, id).orElseThrow();
        List<Readiness.Missing> bars = readiness(viewer, standing.plan()).bars();
        if (!bars.isEmpty())
            throw new Refused(
                    "open", "Not yet: " + bars.getFirst().words().toLowerCase(Locale.ROOT));
        if (standing.opened().isPresent()) return true;
        versions.keep(viewer, standing, "the table opened", now());
        rows.open(viewer, id, now());
        audit.record(viewer, "negotiation.opened", id.value());
        return true;
    }

    /**
     * @throws Refused when there is no such colleague
     */
    @Transactional
    public boolean join(Viewer viewer, NegotiationId id, MemberId member) {
        if (!rows.lock(viewer, id)) return false;
        if (!house.present(viewer).containsKey(member))
            throw new Refused("member", "There is no such colleague");
        if (rows.join(viewer, id, member, now()))
            audit.record(viewer, "negotiation.joined", id.value());
        return true;
    }

    /**
     * @throws Refused when nobody would be left on it
     */
    @Transactional
    public boolean leave(Viewer viewer, NegotiationId id, MemberId member) {
        if (!rows.lock(viewer, id)) return false;
        Negotiation standing = one(viewer, id).orElseThrow();
        if (standing.team().equals(List.of(member)))
            throw new Refused("member", "Somebody has to stay on the team");
        if (rows.leave(viewer, id, member)) audit.record(viewer, "negotiation.left", id.value());
        return true;
    }

    /** Takes a negotiation away for good, as long as its table has not opened. */
    @Transactional
    public boolean remove(Viewer viewer, NegotiationId id) {
        if (!rows.lock(viewer, id)) return false;
        if (one(viewer, id).orElseThrow().opened().isPresent())
            throw new Refused("remove", "Its table has opened: what was said there stays");
        rows.remove(viewer, id);
        audit.record(viewer, "negotiation.removed", id.value());
        return true;
    }

    private Instant now() {
        return clock.instant();
    }
}
