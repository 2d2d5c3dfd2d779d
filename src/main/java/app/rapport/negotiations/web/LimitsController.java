package app.rapport.negotiations.web;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Negotiations;
import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.model.Alternative;
import app.rapport.negotiations.model.PriceGate;
import app.rapport.negotiations.model.PriceGate.Tick;
import app.rapport.negotiations.model.Section.Side;
import app.rapport.negotiations.model.Worth;
import app.rapport.ui.Sheet;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Alternatives, walk-away, proposal, aim, and the price that waits. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class LimitsController {
    private final Negotiations negotiations;
    private final PlanPages pages;
    private final Clock clock;

    LimitsController(Negotiations negotiations, PlanPages pages, Clock clock) {
        this.negotiations = negotiations;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/negotiations/{id}/limits")
    LimitsPage limits(@PathVariable UUID id, Viewer viewer) {
        PlanHead head = pages.head(viewer, id, "limits");
        boolean alone = negotiations.alone(viewer);
        return new LimitsPage(
                head,
                Worth.of(head.plan()),
                alone,
                head.plan().aim().maySign(viewer.member(), alone, clock.instant(), viewer.zone()));
    }

    @PostMapping("/negotiations/{id}/alternatives")
    Object alternatives(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        List<Sheet.Row> rows =
                new Sheet(sent)
                        .rows("name").stream().filter(row -> !row.text("name").isBlank()).toList();
        return pages.changed(
                viewer,
                id,
                "/limits#alternatives",
                "The alternatives are saved.",
                response,
                plan ->
                        plan.withAlternatives(
                                rows.stream().map(LimitsController::alternative).toList()));
    }

    private static Alternative alternative(Sheet.Row row) {
        return new Alternative(
                row.id(),
                row.text("side").equals("them") ? Side.THEM : Side.US,
                row.text("name").strip(),
                row.text("workings").strip(),
                PlanEdits.range(row.text("name").strip(), row.text("low"), row.text("high")));
    }

    @PostMapping("/negotiations/{id}/walk-away")
    Object walkAway(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String points,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer,
            HttpServletResponse response) {
        return pages.changed(
                viewer,
                id,
                "/limits#walk-away",
                "The walk-away is saved.",
                response,
                plan -> plan.leavingAt(PlanEdits.points("Walk-away", points), words.strip()));
    }

    /** A choice for each issue, under the id. */
    @PostMapping("/negotiations/{id}/proposal")
    Object proposal(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        return pages.changed(
                viewer,
                id,
                "/limits#proposal",
                "The proposal is saved.",
                response,
                plan -> plan.proposing(PlanEdits.choices(plan, sent)));
    }

    @PostMapping("/negotiations/{id}/aim")
    Object aim(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String lift,
            @RequestParam(defaultValue = "") String defence,
            Viewer viewer,
            HttpServletResponse response) {
        return pages.changed(
                viewer,
                id,
                "/limits#aim",
                "The aim waits to be signed.",
                response,
                plan ->
                        plan.aimingAt(
                                PlanEdits.aimed(
                                        plan.aim(),
                                        lift,
                                        defence.strip(),
                                        viewer.member(),
                                        clock.instant().truncatedTo(ChronoUnit.MICROS))));
    }

    @PostMapping("/negotiations/{id}/aim/sign")
    Object sign(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        pages.existing(viewer, id);
        String back = "/negotiations/" + id + "/limits#aim";
        try {
            negotiations.signAim(viewer, new NegotiationId(id));
            return PlanPages.to(back, "The aim is kept.", response);
        } catch (Refused e) {
            return PlanPages.to(back, e.getMessage() + ".", response);
        }
    }

    @PostMapping("/negotiations/{id}/price")
    Object price(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        Map<Tick, String> ticks = new EnumMap<>(Tick.class);
        for (Tick tick : Tick.values()) {
            String evidence = sent.getOrDefault(tick.word(), "").strip();
            if (!evidence.isEmpty()) ticks.put(tick, evidence);
        }
        PriceGate gate = new PriceGate(ticks, sent.getOrDefault("override", "").strip());
        return pages.changed(
                viewer, id, "/limits#price", gate.words(), response, plan -> plan.withPrice(gate));
    }
}
