package app.rapport.negotiations.api;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Negotiations;
import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.PlanEdits.LineRow;
import app.rapport.negotiations.model.Alternative;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PlanIssue.PlanOption;
import app.rapport.negotiations.model.PriceGate;
import app.rapport.negotiations.model.PriceGate.Tick;
import app.rapport.negotiations.model.Section;
import app.rapport.negotiations.model.Section.Side;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The parts of a plan over the API, for its team; each answers with the whole negotiation. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class PlanApi {
    private final Negotiations negotiations;
    private final Clock clock;

    PlanApi(Negotiations negotiations, Clock clock) {
        this.negotiations = negotiations;
        this.clock = clock;
    }

    private NegotiationJson changed(Viewer viewer, UUID id, UnaryOperator<Plan> edit) {
        NegotiationId of = new NegotiationId(id);
        if (negotiations.one(viewer, of).isEmpty()) throw nothing();
        return negotiations
                .change(viewer, of, edit)
                .map(one -> NegotiationJson.of(one, negotiations.readiness(viewer, one.plan())))
                .orElseThrow(PlanApi::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString().strip();
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * @param side us, them or rival; @param cost of a currency, 1 to 5, to who gives it
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
    NegotiationJson lines(
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestBody LinesBody body,
            Viewer viewer) {
        Section of = Section.of(section).orElseThrow(PlanApi::nothing);
        if (body.lines() == null) throw new Refused("lines", "Say which lines");
        List<LineRow> rows = body.lines().stream().map(LineBody::row).toList();
        return changed(viewer, id, plan -> plan.withLines(of, PlanEdits.lines(of, rows)));
    }

    /**
     * @param side us or them; @param low points of whose alternative it is, at least
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
    NegotiationJson alternatives(
            @PathVariable UUID id, @RequestBody AlternativesBody body, Viewer viewer) {
        if (body.alternatives() == null) throw new Refused("alternatives", "Say which");
        List<Alternative> all = body.alternatives().stream().map(AlternativeBody::read).toList();
        return changed(viewer, id, plan -> plan.withAlternatives(all));
    }

    /**
     * @param points below which we leave, 0 to 100
     */
    record WalkAwayBody(@Nullable BigDecimal points, @Nullable String words) {}

    @PutMapping("/api/v1/negotiations/{id}/walk-away")
    NegotiationJson walkAway(@PathVariable UUID id, @RequestBody WalkAwayBody body, Viewer viewer) {
        Optional<BigDecimal> points = PlanEdits.points("Walk-away", number(body.points()));
        return changed(viewer, id, plan -> plan.leavingAt(points, text(body.words())));
    }

    /**
     * @param choices an option's name by the issue's id
     */
    record ProposalBody(Map<String, String> choices) {}

    @PutMapping("/api/v1/negotiations/{id}/proposal")
    NegotiationJson proposal(@PathVariable UUID id, @RequestBody ProposalBody body, Viewer viewer) {
        if (body.choices() == null) throw new Refused("choices", "Say which");
        return changed(viewer, id, plan -> plan.proposing(PlanEdits.choices(plan, body.choices())));
    }

    /**
     * @param lift percent above the proposal
     */
    record AimBody(@Nullable BigDecimal lift, @Nullable String defence) {}

    /** Another aim or defence has to be heard and signed anew. */
    @PutMapping("/api/v1/negotiations/{id}/aim")
    NegotiationJson aim(@PathVariable UUID id, @RequestBody AimBody body, Viewer viewer) {
        return changed(
                viewer,
                id,
                plan ->
                        plan.aimingAt(
                                PlanEdits.aimed(
                                        plan.aim(),
                                        number(body.lift()),
                                        text(body.defence()),
                                        viewer.member(),
                                        now())));
    }

    @PostMapping("/api/v1/negotiations/{id}/aim/sign")
    NegotiationJson sign(@PathVariable UUID id, Viewer viewer) {
        if (negotiations.one(viewer, new NegotiationId(id)).isEmpty()) throw nothing();
        negotiations.signAim(viewer, new NegotiationId(id));
        return changed(viewer, id, plan -> plan);
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
    NegotiationJson price(@PathVariable UUID id, @RequestBody PriceBody body, Viewer viewer) {
        return changed(viewer, id, plan -> plan.withPrice(body.read()));
    }

    record AllIssuesBody(boolean identified) {}

    @PutMapping("/api/v1/negotiations/{id}/all-issues")
    NegotiationJson allIssues(
            @PathVariable UUID id, @RequestBody AllIssuesBody body, Viewer viewer) {
        return changed(
                viewer,
                id,
                plan ->
                        plan.allIssuesSaid(
                                body.identified() ? Optional.of(now()) : Optional.empty()));
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
    NegotiationJson scores(@PathVariable UUID id, @RequestBody ScoresBody body, Viewer viewer) {
        if (body.scores() == null) throw new Refused("scores", "Say which");
        Map<UUID, ScoreBody> given = new HashMap<>();
        body.scores().forEach(one -> given.put(one.option(), one));
        return changed(
                viewer,
                id,
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

    /**
     * @param planOn when the planning is to be done
     */
    record HeadBody(@Nullable String title, @Nullable Instant planOn) {}

    @PutMapping("/api/v1/negotiations/{id}/head")
    NegotiationJson head(@PathVariable UUID id, @RequestBody HeadBody body, Viewer viewer) {
        String title = text(body.title());
        if (title.length() > 200) throw new Refused("title", "At most 200 letters fit here");
        return changed(
                viewer,
                id,
                plan ->
                        plan.titled(
                                title.isEmpty() ? plan.title() : title,
                                Optional.ofNullable(body.planOn())
                                        .map(at -> at.truncatedTo(ChronoUnit.MICROS))));
    }
}
