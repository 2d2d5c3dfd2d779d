package app.rapport.risk.web;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.deals.DealId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.risk.RiskBook;
import app.rapport.risk.RiskDesk;
import app.rapport.risk.Risks;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The risk of the whole book, and what a seller dares themselves. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class RiskController {
    private final Risks risks;
    private final RiskDesk desk;
    private final House house;
    private final Clock clock;

    RiskController(Risks risks, RiskDesk desk, House house, Clock clock) {
        this.risks = risks;
        this.desk = desk;
        this.house = house;
        this.clock = clock;
    }

    @GetMapping("/risk")
    RiskPage book(Viewer viewer) {
        return page(viewer, Typed.NOTHING);
    }

    private RiskPage page(Viewer viewer, Typed typed) {
        RiskBook book = risks.book(viewer, clock.instant());
        return new RiskPage(book, risks.silent(viewer, book), house.members(viewer), typed);
    }

    @PostMapping("/risk/limits")
    Object limit(
            @RequestParam Map<String, String> sent, Viewer viewer, HttpServletResponse response) {
        try {
            UUID wording = desk.limit(viewer, new RiskForm(sent).limit());
            return RiskSteps.done("/risk", "The limit is set.", wording, response);
        } catch (Refused e) {
            return page(viewer, new Typed("limit", sent, new Wrong(e.field(), e.getMessage())));
        }
    }

    @GetMapping("/risk/mine")
    OwnRisksPage mine(@RequestParam(defaultValue = "") String deal, Viewer viewer) {
        return own(viewer, deal, Typed.NOTHING);
    }

    private OwnRisksPage own(Viewer viewer, String deal, Typed typed) {
        return new OwnRisksPage(
                risks.own(viewer), viewer.member(), house.members(viewer), deal, typed);
    }

    /**
     * @param item what is corrected; empty for something new
     * @param deal in which it is dared; empty for none
     */
    @PostMapping("/risk/mine")
    Object dare(
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String deal,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        RiskForm form = new RiskForm(sent);
        try {
            UUID wording =
                    item.isEmpty()
                            ? desk.dare(viewer, deal(deal), form.own())
                            : desk.correct(viewer, RiskSteps.id(item), form.own())
                                    .orElseThrow(RiskSteps::nothing);
            return RiskSteps.done("/risk/mine", "It is written down.", wording, response);
        } catch (Refused e) {
            Wrong wrong = new Wrong(e.field(), e.getMessage());
            return own(viewer, deal, new Typed(item.isEmpty() ? "own" : item, sent, wrong));
        }
    }

    private static Optional<DealId> deal(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(new DealId(RiskSteps.id(id)));
    }
}
