package app.rapport.negotiations.api;

import static app.rapport.negotiations.api.PlanChanges.text;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.PlanEdits.IssueRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The issues of a plan, whether they are all, its title and its date, over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class PlanApi {
    private final PlanChanges plans;

    PlanApi(PlanChanges plans) {
        this.plans = plans;
    }

    /**
     * @param options {@code none; gold} or {@code 90 to 110 step 5 EUR}
     * @param swing how much it matters to us, 0 to 100
     * @param theirLow to them, at least
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
                    text(id),
                    text(name),
                    text(options),
                    text(swing),
                    text(theirLow),
                    text(theirHigh),
                    price);
        }
    }

    record Issues(List<IssueBody> issues) {}

    /** Makes these the issues; one whose id is given keeps what its options are worth. */
    @PutMapping("/api/v1/negotiations/{id}/issues")
    ResponseEntity<NegotiationJson> issues(
            @PathVariable UUID id,
            @RequestBody Issues body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        plans.existing(viewer, id);
        if (body.issues() == null) throw new Refused("issues", "Say which issues");
        List<IssueRow> rows = body.issues().stream().map(IssueBody::row).toList();
        return plans.changed(
                viewer,
                id,
                ifMatch,
                plan -> plan.withIssues(PlanEdits.issues(plan.issues(), rows)));
    }

    record AllIssuesBody(boolean identified) {}

    @PutMapping("/api/v1/negotiations/{id}/all-issues")
    ResponseEntity<NegotiationJson> allIssues(
            @PathVariable UUID id,
            @RequestBody AllIssuesBody body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        return plans.changed(
                viewer,
                id,
                ifMatch,
                plan ->
                        plan.allIssuesSaid(
                                body.identified() ? Optional.of(plans.now()) : Optional.empty()));
    }

    /**
     * @param planOn when the planning is to be done
     */
    record HeadBody(@Nullable String title, @Nullable Instant planOn) {}

    @PutMapping("/api/v1/negotiations/{id}/head")
    ResponseEntity<NegotiationJson> head(
            @PathVariable UUID id,
            @RequestBody HeadBody body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        String title = text(body.title());
        if (title.length() > 200) throw new Refused("title", "At most 200 letters fit here");
        return plans.changed(
                viewer,
                id,
                ifMatch,
                plan ->
                        plan.titled(
                                title.isEmpty() ? plan.title() : title,
                                Optional.ofNullable(body.planOn())
                                        .map(at -> at.truncatedTo(ChronoUnit.MICROS))));
    }
}
