package app.rapport.negotiations.api;

import app.rapport.access.Refused;
import app.rapport.deals.DealId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.NegotiationLine;
import app.rapport.negotiations.Negotiations;
import app.rapport.negotiations.TableEnd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Negotiations over the API, for their teams. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class NegotiationsApi {
    private static final int MOST = 200;

    private final Negotiations negotiations;
    private final PlanChanges plans;

    NegotiationsApi(Negotiations negotiations, PlanChanges plans) {
        this.negotiations = negotiations;
        this.plans = plans;
    }

    /**
     * @param result of the table, agreed or left; null while it is open, and before
     */
    record NegotiationLineJson(
            UUID id,
            UUID deal,
            String title,
            @Nullable Instant planOn,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String result,
            Instant updatedAt) {
        static NegotiationLineJson of(NegotiationLine line) {
            return new NegotiationLineJson(
                    line.id().value(),
                    line.deal().value(),
                    line.title(),
                    line.planOn().orElse(null),
                    line.opened().orElse(null),
                    line.ended().map(TableEnd::at).orElse(null),
                    line.ended().map(TableEnd::word).orElse(null),
                    line.updatedAt());
        }
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record NegotiationList(List<NegotiationLineJson> items, @Nullable String next) {}

    /** The member's, changed last first. */
    @GetMapping("/api/v1/negotiations")
    NegotiationList list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "200") int limit,
            Viewer viewer) {
        Slice<NegotiationLine> page = negotiations.page(viewer, cursor, Math.clamp(limit, 1, MOST));
        return new NegotiationList(
                page.items().stream().map(NegotiationLineJson::of).toList(),
                page.next().orElse(null));
    }

    /** With its tag, by which a change is made of what was read only. */
    @GetMapping("/api/v1/negotiations/{id}")
    ResponseEntity<NegotiationJson> one(@PathVariable UUID id, Viewer viewer) {
        return plans.tagged(viewer, id);
    }

    /**
     * @param title as the deal's name where there is none
     * @param like an earlier negotiation to begin with
     */
    record NewNegotiation(UUID deal, @Nullable String title, @Nullable UUID like) {}

    @PostMapping("/api/v1/negotiations")
    @ResponseStatus(HttpStatus.CREATED)
    NegotiationJson begin(@RequestBody NewNegotiation made, Viewer viewer) {
        if (made.deal() == null) throw new Refused("deal", "Say of which deal");
        NegotiationId id =
                negotiations.begin(
                        viewer,
                        new DealId(made.deal()),
                        made.title() == null ? "" : made.title(),
                        Optional.ofNullable(made.like()).map(NegotiationId::new));
        return plans.json(viewer, plans.existing(viewer, id.value()));
    }

    /** Takes it away for good, as long as its table has not opened. */
    @DeleteMapping("/api/v1/negotiations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Viewer viewer) {
        if (!negotiations.remove(viewer, new NegotiationId(id))) throw PlanChanges.nothing();
    }

    /** Opens the table; refused while something is missing without which it does not open. */
    @PostMapping("/api/v1/negotiations/{id}/open")
    ResponseEntity<NegotiationJson> open(@PathVariable UUID id, Viewer viewer) {
        if (!negotiations.open(viewer, new NegotiationId(id))) throw PlanChanges.nothing();
        return plans.tagged(viewer, id);
    }

    record TeamMember(UUID member) {}

    /** A colleague sees the negotiation from then on. */
    @PostMapping("/api/v1/negotiations/{id}/team")
    ResponseEntity<NegotiationJson> join(
            @PathVariable UUID id, @RequestBody TeamMember body, Viewer viewer) {
        plans.existing(viewer, id);
        if (body.member() == null) throw new Refused("member", "Say who");
        negotiations.join(viewer, new NegotiationId(id), new MemberId(body.member()));
        return plans.tagged(viewer, id);
    }

    /** And no more from then on; somebody has to stay. */
    @DeleteMapping("/api/v1/negotiations/{id}/team/{member}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable UUID id, @PathVariable UUID member, Viewer viewer) {
        if (!negotiations.leave(viewer, new NegotiationId(id), new MemberId(member)))
            throw PlanChanges.nothing();
    }
}
