package app.rapport.negotiations.api;

import app.rapport.access.Refused;
import app.rapport.bargaining.course.Turn.Side;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.Closings;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Said;
import app.rapport.negotiations.Sittings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Tables over the API, for the teams of their negotiations. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TableApi {
    private final Sittings sittings;
    private final Closings closings;

    TableApi(Sittings sittings, Closings closings) {
        this.sittings = sittings;
        this.closings = closings;
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Empty of offers after its opening; before, there is none. */
    @GetMapping("/api/v1/negotiations/{id}/table")
    TableJson table(@PathVariable UUID id, Viewer viewer) {
        return sittings.one(viewer, new NegotiationId(id))
                .map(TableJson::of)
                .orElseThrow(TableApi::nothing);
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

    @PostMapping("/api/v1/negotiations/{id}/table/offers")
    @ResponseStatus(HttpStatus.CREATED)
    TableJson put(@PathVariable UUID id, @RequestBody NewOffer made, Viewer viewer) {
        table(id, viewer);
        if (sittings.put(viewer, new NegotiationId(id), made.said()).isEmpty()) throw nothing();
        return table(id, viewer);
    }

    /** Closes the table: this offer is accepted, theirs by us or ours by them. */
    @PostMapping("/api/v1/negotiations/{id}/table/offers/{offer}/agree")
    TableJson agree(@PathVariable UUID id, @PathVariable UUID offer, Viewer viewer) {
        if (!closings.agree(viewer, new NegotiationId(id), offer)) throw nothing();
        return table(id, viewer);
    }

    /** Agrees that an offer under the walk-away may be said. */
    @PostMapping("/api/v1/negotiations/{id}/table/offers/{offer}/below")
    TableJson below(@PathVariable UUID id, @PathVariable UUID offer, Viewer viewer) {
        if (!sittings.agreeBelow(viewer, new NegotiationId(id), offer)) throw nothing();
        return table(id, viewer);
    }

    record Leaving(String reason) {}

    /** Walks away with a reason; the door is open. */
    @PostMapping("/api/v1/negotiations/{id}/table/leave")
    TableJson leave(@PathVariable UUID id, @RequestBody Leaving leaving, Viewer viewer) {
        String reason = leaving.reason() == null ? "" : leaving.reason();
        if (!closings.leave(viewer, new NegotiationId(id), reason)) throw nothing();
        return table(id, viewer);
    }
}
