package app.rapport.negotiations.api;

import static app.rapport.negotiations.api.PlanChanges.number;
import static app.rapport.negotiations.api.PlanChanges.text;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.PlanEdits.LineRow;
import app.rapport.negotiations.model.Alternative;
import app.rapport.negotiations.model.Section;
import app.rapport.negotiations.model.Section.Side;
import java.math.BigDecimal;
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

/** What a plan writes down in lines, and the alternatives of both, over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class LinesApi {
    private final PlanChanges plans;

    LinesApi(PlanChanges plans) {
        this.plans = plans;
    }

    /**
     * @param side us, them or rival
     * @param cost of a currency, 1 to 5, to who gives it
     */
    record LineBody(
            @Nullable UUID id,
            @Nullable String side,
            @Nullable String party,
            String words,
            @Nullable String reply,
            @Nullable String more,
            @Nullable Integer cost,
            @Nullable Integer dear) {
        LineRow row() {
            return new LineRow(
                    id == null ? Uuid7.next() : id,
                    text(side),
                    text(party),
                    text(words),
                    text(reply),
                    text(more),
                    text(cost),
                    text(dear));
        }
    }

    record LinesBody(List<LineBody> lines) {}

    /**
     * Makes these the lines of one section.
     *
     * @param section need, want, currency, point, option, objection, tactic, obstacle, strength,
     *     weakness, pressure, decider or fact
     */
    @PutMapping("/api/v1/negotiations/{id}/lines/{section}")
    ResponseEntity<NegotiationJson> lines(
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestBody LinesBody body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        Section of = Section.of(section).orElseThrow(PlanChanges::nothing);
        if (body.lines() == null) throw new Refused("lines", "Say which lines");
        List<LineRow> rows = body.lines().stream().map(LineBody::row).toList();
        return plans.changed(
                viewer, id, ifMatch, plan -> plan.withLines(of, PlanEdits.lines(of, rows)));
    }

    /**
     * @param side us or them
     * @param low points of whose alternative it is, at least
     */
    record AlternativeBody(
            @Nullable UUID id,
            String side,
            String name,
            @Nullable String workings,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {
        Alternative read() {
            if (text(name).isEmpty()) throw new Refused("name", "Give each alternative a name");
            return new Alternative(
                    id == null ? Uuid7.next() : id,
                    text(side).equals("them") ? Side.THEM : Side.US,
                    text(name),
                    text(workings),
                    PlanEdits.range(text(name), number(low), number(high)));
        }
    }

    record AlternativesBody(List<AlternativeBody> alternatives) {}

    @PutMapping("/api/v1/negotiations/{id}/alternatives")
    ResponseEntity<NegotiationJson> alternatives(
            @PathVariable UUID id,
            @RequestBody AlternativesBody body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        if (body.alternatives() == null) throw new Refused("alternatives", "Say which");
        List<Alternative> all = body.alternatives().stream().map(AlternativeBody::read).toList();
        return plans.changed(viewer, id, ifMatch, plan -> plan.withAlternatives(all));
    }
}
