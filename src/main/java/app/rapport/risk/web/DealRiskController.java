package app.rapport.risk.web;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.deals.DealId;
import app.rapport.kernel.Cursor;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.risk.DealRisk;
import app.rapport.risk.RiskDecisions;
import app.rapport.risk.RiskDesk;
import app.rapport.risk.RiskNote;
import app.rapport.risk.Risks;
import app.rapport.risk.model.Assumption;
import app.rapport.risk.model.ChosenLoss;
import app.rapport.risk.model.RiskItem;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The risk of one deal. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class DealRiskController {
    private static final int WRITTEN = 50;

    private final Risks risks;
    private final RiskDesk desk;
    private final RiskDecisions decisions;
    private final House house;
    private final Clock clock;

    DealRiskController(
            Risks risks, RiskDesk desk, RiskDecisions decisions, House house, Clock clock) {
        this.risks = risks;
        this.desk = desk;
        this.decisions = decisions;
        this.house = house;
        this.clock = clock;
    }

    /**
     * @param after where a later page of what was written begins
     */
    @GetMapping("/risk/deals/{id}")
    DealRiskPage show(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String after, Viewer viewer) {
        return page(viewer, existing(viewer, id), Typed.NOTHING, after);
    }

    private DealRisk existing(Viewer viewer, UUID id) {
        return risks.of(viewer, new DealId(id)).orElseThrow(RiskSteps::nothing);
    }

    private DealRiskPage page(Viewer viewer, DealRisk risk, Typed typed, String after) {
        DealId deal = risk.deal().id();
        return new DealRiskPage(
                risk,
                written(viewer, deal, after),
                risks.own(viewer).stream()
                        .filter(one -> one.deal().filter(in -> in.id().equals(deal)).isPresent())
                        .toList(),
                house.members(viewer),
                LocalDate.ofInstant(clock.instant(), viewer.zone()),
                typed);
    }

    private Slice<RiskNote> written(Viewer viewer, DealId deal, String after) {
        try {
            return risks.history(viewer, Optional.of(deal), after, WRITTEN);
        } catch (Cursor.Foreign e) {
            throw RiskSteps.nothing();
        }
    }

    /**
     * Writes something down, or in other words.
     *
     * @param item what is corrected; empty for something new
     */
    @PostMapping("/risk/deals/{id}/{kind}")
    Object write(
            @PathVariable UUID id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String item,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        DealRisk risk = existing(viewer, id);
        RiskForm form = new RiskForm(sent);
        try {
            UUID wording =
                    switch (kind) {
                        case "cut" -> decisions.cut(viewer, risk.deal().id(), form.text("why"));
                        case "go-on" -> decisions.goOn(viewer, risk.deal().id(), form.text("why"));
                        default -> written(viewer, risk, kind, item, form);
                    };
            return RiskSteps.done(
                    "/risk/deals/" + id, said(kind, risk.deal().name()), wording, response);
        } catch (Refused e) {
            Wrong wrong = new Wrong(e.field(), e.getMessage());
            return page(viewer, risk, new Typed(item.isEmpty() ? kind : item, sent, wrong), "");
        }
    }

    private static String said(String kind, String deal) {
        return switch (kind) {
            case "cut" -> deal + " is cut.";
            case "go-on" -> deal + " goes on.";
            default -> "It is written down.";
        };
    }

    private UUID written(Viewer viewer, DealRisk risk, String kind, String item, RiskForm form) {
        if (item.isEmpty())
            return desk.note(viewer, risk.deal().id(), body(kind, form, Optional.empty()));
        UUID which = RiskSteps.id(item);
        RiskItem standing =
                risk.sheet().notes().stream()
                        .filter(note -> note.item().equals(which))
                        .findFirst()
                        .orElseThrow(RiskSteps::nothing)
                        .body();
        return desk.correct(viewer, which, body(kind, form, Optional.of(standing)))
                .orElseThrow(RiskSteps::nothing);
    }

    /** What was found out stays when the words are corrected. */
    private static RiskItem body(String kind, RiskForm form, Optional<RiskItem> standing) {
        return switch (kind) {
            case "scenario" -> form.scenario();
            case "assumption" ->
                    form.assumption(
                            standing.filter(Assumption.class::isInstance)
                                    .map(Assumption.class::cast)
                                    .flatMap(Assumption::found));
            case "loss" ->
                    form.loss(
                            standing.filter(ChosenLoss.class::isInstance)
                                    .map(ChosenLoss.class::cast)
                                    .flatMap(ChosenLoss::became));
            case "limit" -> form.limit();
            case "stake" -> form.stake();
            default -> throw RiskSteps.nothing();
        };
    }
}
