package app.rapport.negotiations.api;

import app.rapport.access.Etags;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.Negotiation;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Negotiations;
import app.rapport.negotiations.model.Plan;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * What all parts of a plan share over the API: each change answers with the whole negotiation, and
 * with its tag, by which the next change is made of what was read only.
 */
@Component
class PlanChanges {
    private final Negotiations negotiations;
    private final Etags etags;
    private final Clock clock;

    PlanChanges(Negotiations negotiations, Etags etags, Clock clock) {
        this.negotiations = negotiations;
        this.etags = etags;
        this.clock = clock;
    }

    static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    Negotiation existing(Viewer viewer, UUID id) {
        return negotiations.one(viewer, new NegotiationId(id)).orElseThrow(PlanChanges::nothing);
    }

    NegotiationJson json(Viewer viewer, Negotiation one) {
        return NegotiationJson.of(one, negotiations.readiness(viewer, one.plan()));
    }

    ResponseEntity<NegotiationJson> tagged(Viewer viewer, UUID id) {
        return etags.tagged(json(viewer, existing(viewer, id)));
    }

    /**
     * @param ifMatch the tag of what the caller has read; empty to change it whatever it became
     */
    ResponseEntity<NegotiationJson> changed(
            Viewer viewer, UUID id, Optional<String> ifMatch, UnaryOperator<Plan> edit) {
        existing(viewer, id);
        return negotiations
                .change(viewer, new NegotiationId(id), one -> require(viewer, ifMatch, one), edit)
                .map(one -> etags.tagged(json(viewer, one)))
                .orElseThrow(PlanChanges::nothing);
    }

    /** The same, whatever it became meanwhile. */
    void change(Viewer viewer, UUID id, UnaryOperator<Plan> edit) {
        if (negotiations.change(viewer, new NegotiationId(id), edit).isEmpty()) throw nothing();
    }

    void sign(Viewer viewer, UUID id, Optional<String> ifMatch) {
        existing(viewer, id);
        if (!negotiations.signAim(
                viewer, new NegotiationId(id), one -> require(viewer, ifMatch, one)))
            throw nothing();
    }

    private void require(Viewer viewer, Optional<String> ifMatch, Negotiation standing) {
        if (ifMatch.isPresent()) etags.require(ifMatch, json(viewer, standing));
    }

    Instant now() {
        return clock.instant();
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString().strip();
    }

    static String number(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
