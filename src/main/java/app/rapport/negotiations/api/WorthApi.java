package app.rapport.negotiations.api;

import static app.rapport.negotiations.api.PlanChanges.number;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PlanIssue.PlanOption;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** What options are worth, over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class WorthApi {
    private final PlanChanges plans;

    WorthApi(PlanChanges plans) {
        this.plans = plans;
    }

    /**
     * What an option is worth, 0 to 100.
     *
     * @param theirLow to them as we believe, at least
     */
    record ScoreBody(
            UUID option,
            @Nullable BigDecimal score,
            @Nullable BigDecimal theirLow,
            @Nullable BigDecimal theirHigh) {
        PlanOption on(PlanOption standing) {
            return new PlanOption(
                    standing.id(),
                    standing.name(),
                    PlanEdits.points(standing.name(), number(score)),
                    PlanEdits.range(standing.name(), number(theirLow), number(theirHigh)));
        }
    }

    record ScoresBody(List<ScoreBody> scores) {}

    /** What is not named stays. */
    @PutMapping("/api/v1/negotiations/{id}/scores")
    ResponseEntity<NegotiationJson> scores(
            @PathVariable UUID id,
            @RequestBody ScoresBody body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        if (body.scores() == null) throw new Refused("scores", "Say which");
        Map<UUID, ScoreBody> given = new HashMap<>();
        body.scores().forEach(one -> given.put(one.option(), one));
        return plans.changed(
                viewer,
                id,
                ifMatch,
                plan ->
                        plan.withIssues(
                                plan.issues().stream()
                                        .map(issue -> scored(issue, given))
                                        .toList()));
    }

    private static PlanIssue scored(PlanIssue issue, Map<UUID, ScoreBody> given) {
        return issue.with(
                issue.swing(),
                issue.theirs(),
                issue.options().stream()
                        .map(option -> {
                            ScoreBody score = given.get(option.id());
                            return score == null ? option : score.on(option);
                        })
                        .toList());
    }
}
