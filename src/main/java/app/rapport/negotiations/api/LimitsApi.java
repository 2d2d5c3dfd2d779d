package app.rapport.negotiations.api;

import static app.rapport.negotiations.api.PlanChanges.number;
import static app.rapport.negotiations.api.PlanChanges.text;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.model.PriceGate;
import app.rapport.negotiations.model.PriceGate.Tick;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where a plan leaves, what it proposes and aims at, and whether its price waits, over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class LimitsApi {
    private final PlanChanges plans;

    LimitsApi(PlanChanges plans) {
        this.plans = plans;
    }

    /**
     * @param points below which we leave, 0 to 100
     */
    record WalkAwayBody(@Nullable BigDecimal points, @Nullable String words) {}

    @PutMapping("/api/v1/negotiations/{id}/walk-away")
    ResponseEntity<NegotiationJson> walkAway(
            @PathVariable UUID id,
            @RequestBody WalkAwayBody body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        Optional<BigDecimal> points = PlanEdits.points("Walk-away", number(body.points()));
        return plans.changed(
                viewer, id, ifMatch, plan -> plan.leavingAt(points, text(body.words())));
    }

    /**
     * @param choices an option's name by the id
     */
    record ProposalBody(Map<String, String> choices) {}

    @PutMapping("/api/v1/negotiations/{id}/proposal")
    ResponseEntity<NegotiationJson> proposal(
            @PathVariable UUID id,
            @RequestBody ProposalBody body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        if (body.choices() == null) throw new Refused("choices", "Say which");
        return plans.changed(
                viewer,
                id,
                ifMatch,
                plan -> plan.proposing(PlanEdits.choices(plan, body.choices())));
    }

    /**
     * @param lift percent above the proposal
     */
    record AimBody(@Nullable BigDecimal lift, @Nullable String defence) {}

    /** Another aim or defence has to be heard and signed anew. */
    @PutMapping("/api/v1/negotiations/{id}/aim")
    ResponseEntity<NegotiationJson> aim(
            @PathVariable UUID id,
            @RequestBody AimBody body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        return plans.changed(
                viewer,
                id,
                ifMatch,
                plan ->
                        plan.aimingAt(
                                PlanEdits.aimed(
                                        plan.aim(),
                                        number(body.lift()),
                                        text(body.defence()),
                                        viewer.member(),
                                        plans.now())));
    }

    /** Signs what the caller has read, where its tag is sent along. */
    @PostMapping("/api/v1/negotiations/{id}/aim/sign")
    ResponseEntity<NegotiationJson> sign(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        plans.sign(viewer, id, ifMatch);
        return plans.tagged(viewer, id);
    }

    /**
     * What has to be agreed before the price, each with what shows it.
     *
     * @param override why the price may be named before
     */
    record PriceBody(
            @Nullable String value,
            @Nullable String needs,
            @Nullable String criteria,
            @Nullable String override) {
        PriceGate read() {
            Map<Tick, String> ticks = new EnumMap<>(Tick.class);
            ticks.put(Tick.VALUE, text(value));
            ticks.put(Tick.NEEDS, text(needs));
            ticks.put(Tick.CRITERIA, text(criteria));
            ticks.values().removeIf(String::isEmpty);
            return new PriceGate(ticks, text(override));
        }
    }

    @PutMapping("/api/v1/negotiations/{id}/price")
    ResponseEntity<NegotiationJson> price(
            @PathVariable UUID id,
            @RequestBody PriceBody body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        return plans.changed(viewer, id, ifMatch, plan -> plan.withPrice(body.read()));
    }
}
