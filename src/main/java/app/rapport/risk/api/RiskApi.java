package app.rapport.risk.api;

import app.rapport.deals.DealId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.risk.RiskBook;
import app.rapport.risk.RiskDesk;
import app.rapport.risk.Risks;
import app.rapport.risk.Risks.Taken;
import app.rapport.risk.api.RiskBodies.AssumptionBody;
import app.rapport.risk.api.RiskBodies.LimitBody;
import app.rapport.risk.api.RiskBodies.LossBody;
import app.rapport.risk.api.RiskBodies.OwnRiskBody;
import app.rapport.risk.api.RiskBodies.ScenarioBody;
import app.rapport.risk.api.RiskBodies.ShareBody;
import app.rapport.risk.api.RiskJson.OwnRiskJson;
import app.rapport.risk.api.RiskJson.PartJson;
import app.rapport.risk.model.RiskItem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The risk of the whole book, single notes of it, and what a member dares themselves. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class RiskApi {
    private static final int MOST = 500;

    private final Risks risks;
    private final RiskDesk desk;
    private final Clock clock;

    RiskApi(Risks risks, RiskDesk desk, Clock clock) {
        this.risks = risks;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * By currency.
     *
     * @param whole whether the caller sees all deals; else what is used of a limit is part of it
     * @param silent of how many open deals nobody wrote what may be lost: they are in no part
     */
    record BookJson(List<PartJson> parts, boolean whole, long silent) {}

    @GetMapping("/api/v1/risk")
    BookJson book(Viewer viewer) {
        RiskBook book = risks.book(viewer, clock.instant());
        return new BookJson(
                book.parts().stream().map(PartJson::of).toList(),
                book.whole(),
                risks.silent(viewer, book));
    }

    /** The limit of the book in one currency. */
    @PutMapping("/api/v1/risk/limit")
    BookJson limit(@RequestBody LimitBody body, Viewer viewer) {
        desk.limit(viewer, body.read());
        return book(viewer);
    }

    /**
     * @param wording by which it is undone
     */
    record Written(UUID wording) {}

    @PutMapping("/api/v1/risk/scenarios/{id}")
    Written scenario(@PathVariable UUID id, @RequestBody ScenarioBody body, Viewer viewer) {
        return corrected(viewer, id, body::read);
    }

    @PutMapping("/api/v1/risk/assumptions/{id}")
    Written assumption(@PathVariable UUID id, @RequestBody AssumptionBody body, Viewer viewer) {
        return corrected(viewer, id, () -> body.read(today(viewer)));
    }

    @PutMapping("/api/v1/risk/losses/{id}")
    Written loss(@PathVariable UUID id, @RequestBody LossBody body, Viewer viewer) {
        return corrected(viewer, id, () -> body.read(today(viewer)));
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }

    private Written corrected(Viewer viewer, UUID id, Supplier<RiskItem> body) {
        if (risks.standing(viewer, id).isEmpty()) throw nothing();
        return new Written(desk.correct(viewer, id, body.get()).orElseThrow(RiskApi::nothing));
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @DeleteMapping("/api/v1/risk/notes/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Viewer viewer) {
        if (desk.remove(viewer, id).isEmpty()) throw nothing();
    }

    /** Undoes what that wording did, or brings it back, where nothing came after it. */
    @PostMapping("/api/v1/risk/wordings/{id}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable UUID id, Viewer viewer) {
        if (!desk.undo(viewer, id)) throw nothing();
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record OwnRisksJson(List<OwnRiskJson> items, @Nullable String next) {}

    /** The member's own, and what colleagues share of theirs; the newest first. */
    @GetMapping("/api/v1/risk/own")
    OwnRisksJson own(
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "500") int limit,
            Viewer viewer) {
        Slice<Taken> page = risks.own(viewer, cursor, Math.clamp(limit, 1, MOST));
        return new OwnRisksJson(
                page.items().stream().map(OwnRiskJson::of).toList(), page.next().orElse(null));
    }

    @PostMapping("/api/v1/risk/own")
    @ResponseStatus(HttpStatus.CREATED)
    Written dare(@RequestBody OwnRiskBody body, Viewer viewer) {
        Optional<DealId> deal = Optional.ofNullable(body.deal()).map(DealId::new);
        return new Written(desk.dare(viewer, deal, body.read()));
    }

    @PutMapping("/api/v1/risk/own/{id}")
    Written dared(@PathVariable UUID id, @RequestBody OwnRiskBody body, Viewer viewer) {
        return corrected(viewer, id, body::read);
    }

    @PutMapping("/api/v1/risk/own/{id}/shared")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void share(@PathVariable UUID id, @RequestBody ShareBody body, Viewer viewer) {
        if (!desk.share(viewer, id, body.shared())) throw nothing();
    }
}
