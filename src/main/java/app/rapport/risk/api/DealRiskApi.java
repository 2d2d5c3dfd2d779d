package app.rapport.risk.api;

import static app.rapport.kernel.GivenWords.stripped;

import app.rapport.deals.DealId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.risk.DealRisk;
import app.rapport.risk.RiskDecisions;
import app.rapport.risk.RiskDesk;
import app.rapport.risk.RiskNote;
import app.rapport.risk.Risks;
import app.rapport.risk.api.RiskBodies.AssumptionBody;
import app.rapport.risk.api.RiskBodies.DecisionBody;
import app.rapport.risk.api.RiskBodies.LimitBody;
import app.rapport.risk.api.RiskBodies.LossBody;
import app.rapport.risk.api.RiskBodies.ScenarioBody;
import app.rapport.risk.api.RiskBodies.StakeBody;
import app.rapport.risk.api.RiskJson.DealRiskJson;
import app.rapport.risk.api.RiskJson.NoteJson;
import app.rapport.risk.model.RiskItem;
import app.rapport.risk.model.RiskKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The risk of a deal over the API; each change answers with all of it. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class DealRiskApi {
    private static final int MOST = 500;

    private final Risks risks;
    private final RiskDesk desk;
    private final RiskDecisions decisions;
    private final Clock clock;

    DealRiskApi(Risks risks, RiskDesk desk, RiskDecisions decisions, Clock clock) {
        this.risks = risks;
        this.desk = desk;
        this.decisions = decisions;
        this.clock = clock;
    }

    @GetMapping("/api/v1/deals/{id}/risk")
    DealRiskJson one(@PathVariable UUID id, Viewer viewer) {
        return DealRiskJson.of(existing(viewer, id));
    }

    private DealRisk existing(Viewer viewer, UUID id) {
        return risks.of(viewer, new DealId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * @param kind scenario, assumption, loss, limit, stake or decision
     * @param until when it was corrected or taken out; null while it stands
     */
    record WordingJson(NoteJson note, String kind, String words, @Nullable Instant until) {
        static WordingJson of(RiskNote one) {
            RiskItem body = one.note().body();
            return new WordingJson(
                    NoteJson.of(one.note()),
                    RiskKind.of(body).word(),
                    body.words(),
                    one.until().orElse(null));
        }
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record RiskHistory(List<WordingJson> items, @Nullable String next) {}

    /** All that was written about it, newest first. */
    @GetMapping("/api/v1/deals/{id}/risk/history")
    RiskHistory history(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "200") int limit,
            Viewer viewer) {
        DealId deal = existing(viewer, id).deal().id();
        Slice<WordingJson> page =
                risks.history(viewer, Optional.of(deal), cursor, Math.clamp(limit, 1, MOST))
                        .map(WordingJson::of);
        return new RiskHistory(page.items(), page.next().orElse(null));
    }

    private DealRiskJson noted(Viewer viewer, UUID id, Supplier<RiskItem> body) {
        desk.note(viewer, existing(viewer, id).deal().id(), body.get());
        return one(id, viewer);
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }

    @PostMapping("/api/v1/deals/{id}/risk/scenarios")
    DealRiskJson scenario(@PathVariable UUID id, @RequestBody ScenarioBody body, Viewer viewer) {
        return noted(viewer, id, body::read);
    }

    @PostMapping("/api/v1/deals/{id}/risk/assumptions")
    DealRiskJson assumption(
            @PathVariable UUID id, @RequestBody AssumptionBody body, Viewer viewer) {
        return noted(viewer, id, () -> body.read(today(viewer)));
    }

    @PostMapping("/api/v1/deals/{id}/risk/losses")
    DealRiskJson loss(@PathVariable UUID id, @RequestBody LossBody body, Viewer viewer) {
        return noted(viewer, id, () -> body.read(today(viewer)));
    }

    /** Set in calm; one that is near or passed is raised with a reason only. */
    @PutMapping("/api/v1/deals/{id}/risk/limit")
    DealRiskJson limit(@PathVariable UUID id, @RequestBody LimitBody body, Viewer viewer) {
        return noted(viewer, id, body::read);
    }

    @PutMapping("/api/v1/deals/{id}/risk/stake")
    DealRiskJson stake(@PathVariable UUID id, @RequestBody StakeBody body, Viewer viewer) {
        return noted(viewer, id, body::read);
    }

    /** Cuts the deal, which is lost from then on, or says why it goes on. */
    @PostMapping("/api/v1/deals/{id}/risk/decisions")
    DealRiskJson decide(@PathVariable UUID id, @RequestBody DecisionBody body, Viewer viewer) {
        DealId deal = existing(viewer, id).deal().id();
        String why = stripped(body.why());
        if (body.cut()) decisions.cut(viewer, deal, why);
        else decisions.goOn(viewer, deal, why);
        return one(id, viewer);
    }
}
