package app.rapport.negotiations.web;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.Negotiation;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Negotiations;
import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.model.Aim;
import app.rapport.negotiations.model.Alternative;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.negotiations.model.PlanPart;
import app.rapport.negotiations.model.PriceGate;
import app.rapport.negotiations.model.PriceGate.Tick;
import app.rapport.negotiations.model.Section.Side;
import app.rapport.negotiations.model.Worth;
import app.rapport.negotiations.web.LimitsPage.Typed;
import app.rapport.ui.Sheet;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
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
        return page(viewer, pages.head(viewer, id, "limits"), Typed.NOTHING);
    }

    private LimitsPage page(Viewer viewer, PlanHead head, Typed typed) {
        boolean alone = negotiations.alone(viewer);
        Aim standing = head.negotiation().plan().aim();
        return new LimitsPage(
                head,
                Worth.of(head.plan()),
                alone,
                standing.maySign(viewer.member(), alone, clock.instant(), viewer.zone()),
                typed);
    }

    /** What cannot be saved is still in its fields, with what is wrong beside it. */
    private Object saved(
            Viewer viewer,
            UUID id,
            MultiValueMap<String, String> sent,
            Part part,
            HttpServletResponse response,
            UnaryOperator<Plan> edit) {
        return pages.saved(
                viewer,
                id,
                new Saving(
                        part.of(),
                        new Sheet(sent).text("seen"),
                        "limits",
                        part.anchor(),
                        part.done(),
                        edit),
                response,
                head -> page(viewer, head, Typed.NOTHING),
                (head, wrong) -> page(viewer, head, new Typed(part.anchor(), sent, wrong)));
    }

    /** A card of the page, and what is said once it is saved. */
    private record Part(PlanPart of, String anchor, String done) {}

    @PostMapping("/negotiations/{id}/alternatives")
    Object alternatives(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        List<Sheet.Row> rows =
                new Sheet(sent)
                        .rows("name").stream().filter(row -> !row.text("name").isBlank()).toList();
        return saved(
                viewer,
                id,
                sent,
                new Part(PlanPart.ALTERNATIVES, "alternatives", "The alternatives are saved."),
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
                worth(row));
    }

    private static Optional<Range> worth(Sheet.Row row) {
        try {
            return PlanEdits.range(row.text("name").strip(), row.text("low"), row.text("high"));
        } catch (Refused e) {
            throw new Refused(Typed.row(row.at()), e.getMessage());
        }
    }

    @PostMapping("/negotiations/{id}/walk-away")
    Object walkAway(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        Sheet sheet = new Sheet(sent);
        return saved(
                viewer,
                id,
                sent,
                new Part(PlanPart.WALK_AWAY, "walk-away", "The walk-away is saved."),
                response,
                plan ->
                        plan.leavingAt(
                                PlanEdits.points("Walk-away", sheet.text("points")),
                                sheet.text("words").strip()));
    }

    /** A choice for each issue, under the issue's id. */
    @PostMapping("/negotiations/{id}/proposal")
    Object proposal(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        return saved(
                viewer,
                id,
                sent,
                new Part(PlanPart.PROPOSAL, "proposal", "The proposal is saved."),
                response,
                plan -> plan.proposing(PlanEdits.choices(plan, sent.toSingleValueMap())));
    }

    @PostMapping("/negotiations/{id}/aim")
    Object aim(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        Sheet sheet = new Sheet(sent);
        return saved(
                viewer,
                id,
                sent,
                new Part(PlanPart.AIM, "aim", "The aim waits to be signed."),
                response,
                plan ->
                        plan.aimingAt(
                                PlanEdits.aimed(
                                        plan.aim(),
                                        sheet.text("lift"),
                                        sheet.text("defence").strip(),
                                        viewer.member(),
                                        clock.instant())));
    }

    @PostMapping("/negotiations/{id}/aim/sign")
    Object sign(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String seen,
            Viewer viewer,
            HttpServletResponse response) {
        pages.existing(viewer, id);
        String back = "/negotiations/" + id + "/limits#aim";
        try {
            negotiations.signAim(viewer, new NegotiationId(id), standing -> read(seen, standing));
            return PlanPages.to(back, "The aim is kept.", response);
        } catch (Refused e) {
            return PlanPages.to(back, e.getMessage() + ".", response);
        }
    }

    /** Who signs has read what is signed: the aim, and what is proposed. */
    private static void read(String seen, Negotiation standing) {
        if (!seen.isEmpty() && !seen.equals(LimitsPage.signed(standing.plan())))
            throw new Refused("aim", "The aim was changed meanwhile: read it again, then sign");
    }

    @PostMapping("/negotiations/{id}/price")
    Object price(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        Sheet sheet = new Sheet(sent);
        Map<Tick, String> ticks = new EnumMap<>(Tick.class);
        for (Tick tick : Tick.values()) {
            String evidence = sheet.text(tick.word()).strip();
            if (!evidence.isEmpty()) ticks.put(tick, evidence);
        }
        PriceGate gate = new PriceGate(ticks, sheet.text("override").strip());
        return saved(
                viewer,
                id,
                sent,
                new Part(PlanPart.PRICE, "price", gate.words()),
                response,
                plan -> plan.withPrice(gate));
    }
}
