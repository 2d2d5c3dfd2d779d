package app.rapport.negotiations.api;

import app.rapport.access.Refused;
import app.rapport.deals.DealId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.Negotiation;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.NegotiationLine;
import app.rapport.negotiations.Negotiations;
import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.PlanEdits.IssueRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Negotiations over the API, for their teams. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class NegotiationsApi {
    private final Negotiations negotiations;

    NegotiationsApi(Negotiations negotiations) {
        this.negotiations = negotiations;
    }

    record NegotiationLineJson(
            UUID id,
            UUID deal,
            String title,
            @Nullable Instant planOn,
            @Nullable Instant openedAt,
            Instant updatedAt) {
        static NegotiationLineJson of(NegotiationLine line) {
            return new NegotiationLineJson(
                    line.id().value(),
                    line.deal().value(),
                    line.title(),
                    line.planOn().orElse(null),
                    line.opened().orElse(null),
                    line.updatedAt());
        }
    }

    record NegotiationList(List<NegotiationLineJson> items) {}

    /** The member's, changed last first; two hundred at most. */
    @GetMapping("/api/v1/negotiations")
    NegotiationList list(Viewer viewer) {
        return new NegotiationList(
                negotiations.list(viewer).stream().map(NegotiationLineJson::of).toList());
    }

    @GetMapping("/api/v1/negotiations/{id}")
    NegotiationJson one(@PathVariable UUID id, Viewer viewer) {
        return negotiations
                .one(viewer, new NegotiationId(id))
                .map(one -> json(viewer, one))
                .orElseThrow(NegotiationsApi::nothing);
    }

    private NegotiationJson json(Viewer viewer, Negotiation one) {
        return NegotiationJson.of(one, negotiations.readiness(viewer, one.plan()));
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
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
        return one(id.value(), viewer);
    }

    /**
     * @param options {@code none; gold} or {@code 90 to 110 step 5 EUR}
     * @param swing how much it matters to us, 0 to 100; @param theirLow to them, at least
     */
    record IssueBody(
            @Nullable UUID id,
            String name,
            String options,
            @Nullable String swing,
            @Nullable String theirLow,
            @Nullable String theirHigh,
            boolean price) {
        IssueRow row() {
            return new IssueRow(
                    id == null ? "" : id.toString(),
                    name == null ? "" : name,
                    options == null ? "" : options,
                    swing == null ? "" : swing,
                    theirLow == null ? "" : theirLow,
                    theirHigh == null ? "" : theirHigh,
                    price);
        }
    }

    record Issues(List<IssueBody> issues) {}

    /** Makes these the issues; one whose id is given keeps what its options are worth. */
    @PutMapping("/api/v1/negotiations/{id}/issues")
    NegotiationJson issues(@PathVariable UUID id, @RequestBody Issues body, Viewer viewer) {
        one(id, viewer);
        if (body.issues() == null) throw new Refused("issues", "Say which issues");
        List<IssueRow> rows = body.issues().stream().map(IssueBody::row).toList();
        return negotiations
                .change(
                        viewer,
                        new NegotiationId(id),
                        plan -> plan.withIssues(PlanEdits.issues(plan.issues(), rows)))
                .map(one -> json(viewer, one))
                .orElseThrow(NegotiationsApi::nothing);
    }

    /** Opens the table; refused while something is missing without which it does not open. */
    @PostMapping("/api/v1/negotiations/{id}/open")
    NegotiationJson open(@PathVariable UUID id, Viewer viewer) {
        if (!negotiations.open(viewer, new NegotiationId(id))) throw nothing();
        return one(id, viewer);
    }
}
