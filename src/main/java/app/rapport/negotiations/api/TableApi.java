package app.rapport.negotiations.api;

import app.rapport.access.Refused;
import app.rapport.bargaining.course.Turn.Side;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Said;
import app.rapport.negotiations.Sitting;
import app.rapport.negotiations.Sittings;
import app.rapport.negotiations.Suggestions;
import app.rapport.negotiations.Weighing;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tables over the API, for the teams of their negotiations. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TableApi {
    private final Sittings sittings;
    private final Clock clock;

    TableApi(Sittings sittings, Clock clock) {
        this.sittings = sittings;
        this.clock = clock;
    }

    private Sitting sitting(Viewer viewer, UUID id) {
        return sittings.one(viewer, new NegotiationId(id)).orElseThrow(PlanChanges::nothing);
    }

    /** Empty of offers after its opening; before, there is none. */
    @GetMapping("/api/v1/negotiations/{id}/table")
    TableJson table(@PathVariable UUID id, Viewer viewer) {
        return TableJson.of(sitting(viewer, id));
    }

    /**
     * @param changes counts what happened at the table
     */
    record ChangesJson(int changes) {}

    /** For whoever looks on: small enough to be asked each second. */
    @GetMapping("/api/v1/negotiations/{id}/table/changes")
    ChangesJson changes(@PathVariable UUID id, Viewer viewer) {
        return sittings.changes(viewer, new NegotiationId(id))
                .map(ChangesJson::new)
                .orElseThrow(PlanChanges::nothing);
    }

    /** The frontier, both curves, and where the offers stand. */
    @GetMapping("/api/v1/negotiations/{id}/table/plane")
    TablePlaneJson plane(@PathVariable UUID id, Viewer viewer) {
        return TablePlaneJson.of(sitting(viewer, id));
    }

    /** What to put side by side, what their offers tell, what this buyer tried before. */
    @GetMapping("/api/v1/negotiations/{id}/table/suggestions")
    SuggestionsJson suggestions(@PathVariable UUID id, Viewer viewer) {
        return SuggestionsJson.of(
                Suggestions.of(sitting(viewer, id)),
                sittings.curveBalls(viewer, new NegotiationId(id)));
    }

    /**
     * @param id made by the caller, so that what is sent twice is one offer
     * @param by ours or theirs
     * @param choices an option for each issue that it names, by the id
     * @param priceReason why the price is named before value, needs and criteria are agreed
     * @param belowReason why it may go under the walk-away; it then waits for a second person
     */
    record NewOffer(
            @Nullable UUID id,
            String by,
            Map<UUID, String> choices,
            @Nullable Instant at,
            @Nullable String from,
            @Nullable String words,
            @Nullable String priceReason,
            @Nullable String belowReason) {
        Said said() {
            return new Said(
                    id == null ? Uuid7.next() : id,
                    side(),
                    Optional.ofNullable(at),
                    from == null ? "" : from,
                    words == null ? "" : words,
                    choices == null ? Map.of() : choices,
                    priceReason == null ? "" : priceReason,
                    belowReason == null ? "" : belowReason,
                    Set.of());
        }

        private Side side() {
            if ("ours".equals(by)) return Side.OURS;
            if ("theirs".equals(by)) return Side.THEIRS;
            throw new Refused("by", "Say whose offer it is: ours or theirs");
        }
    }

    /** What it would be worth and change, and what there is to warn of; nothing is kept. */
    @PostMapping("/api/v1/negotiations/{id}/table/draft")
    WeighedJson weigh(@PathVariable UUID id, @RequestBody NewOffer made, Viewer viewer) {
        Sitting sitting = sitting(viewer, id);
        return WeighedJson.of(
                new Weighing(sitting, made.said(), viewer.member(), clock.instant()).checked());
    }

    @PostMapping("/api/v1/negotiations/{id}/table/offers")
    @ResponseStatus(HttpStatus.CREATED)
    TableJson put(@PathVariable UUID id, @RequestBody NewOffer made, Viewer viewer) {
        changes(id, viewer);
        if (sittings.put(viewer, new NegotiationId(id), made.said()).isEmpty())
            throw PlanChanges.nothing();
        return table(id, viewer);
    }

    /** Keeps what was said before the table closed and came after, as a note beside it. */
    @PostMapping("/api/v1/negotiations/{id}/table/late")
    @ResponseStatus(HttpStatus.CREATED)
    TableJson keepLate(@PathVariable UUID id, @RequestBody NewOffer made, Viewer viewer) {
        changes(id, viewer);
        if (sittings.keepLate(viewer, new NegotiationId(id), made.said()).isEmpty())
            throw PlanChanges.nothing();
        return table(id, viewer);
    }

    /** The undo of that. */
    @DeleteMapping("/api/v1/negotiations/{id}/table/late/{offer}")
    TableJson dropLate(@PathVariable UUID id, @PathVariable UUID offer, Viewer viewer) {
        return done(sittings.dropLate(viewer, new NegotiationId(id), offer), id, viewer);
    }

    private TableJson done(boolean done, UUID id, Viewer viewer) {
        if (!done) throw PlanChanges.nothing();
        return table(id, viewer);
    }

    /** What was written down by mistake is not on the table. */
    @DeleteMapping("/api/v1/negotiations/{id}/table/offers/{offer}")
    TableJson takeBack(@PathVariable UUID id, @PathVariable UUID offer, Viewer viewer) {
        return done(sittings.takeBack(viewer, new NegotiationId(id), offer), id, viewer);
    }

    /** The undo of that. */
    @PostMapping("/api/v1/negotiations/{id}/table/offers/{offer}/bring-back")
    TableJson bringBack(@PathVariable UUID id, @PathVariable UUID offer, Viewer viewer) {
        return done(sittings.bringBack(viewer, new NegotiationId(id), offer), id, viewer);
    }

    /** Agrees that an offer under the walk-away may be said. */
    @PostMapping("/api/v1/negotiations/{id}/table/offers/{offer}/below")
    TableJson below(@PathVariable UUID id, @PathVariable UUID offer, Viewer viewer) {
        return done(sittings.agreeBelow(viewer, new NegotiationId(id), offer), id, viewer);
    }
}
