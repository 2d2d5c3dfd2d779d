package app.rapport.deals.api;

import app.rapport.access.Etags;
import app.rapport.access.Refused;
import app.rapport.deals.Deal;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.DealLine;
import app.rapport.deals.DealQuery;
import app.rapport.deals.Deals;
import app.rapport.deals.KeptDeals;
import app.rapport.deals.Stage;
import app.rapport.deals.Stages;
import app.rapport.exchange.KeptRows;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.Role;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.node.ObjectNode;

/** Deals over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class DealsApi {
    private final Deals deals;
    private final DealBook book;
    private final Stages stages;
    private final KeptDeals kept;
    private final Etags etags;

    DealsApi(Deals deals, DealBook book, Stages stages, KeptDeals kept, Etags etags) {
        this.deals = deals;
        this.book = book;
        this.stages = stages;
        this.kept = kept;
        this.etags = etags;
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record DealsJson(List<DealJson> items, @Nullable String next) {}

    /**
     * @param state open, won, lost or all
     * @param owner a member's id, me or none
     * @param sort name, closes, worth or changed; with a minus before it the other way round
     */
    @GetMapping("/api/v1/deals")
    DealsJson list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "all") String state,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "name") String sort,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("q", q);
        given.put("state", state);
        given.put("stage", stage);
        given.put("account", account);
        given.put("owner", owner);
        given.put("sort", sort);
        Slice<DealLine> page = page(viewer, DealQuery.of(given), cursor, Math.clamp(limit, 1, 200));
        List<DealId> ids = page.items().stream().map(DealLine::id).toList();
        return new DealsJson(
                book.deals(viewer, ids).stream().map(DealJson::of).toList(),
                page.next().orElse(null));
    }

    private Slice<DealLine> page(
            Viewer viewer, DealQuery query, Optional<String> cursor, int most) {
        try {
            return deals.page(viewer, query, cursor, most);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The cursor is not one that this list gave", e);
        }
    }

    /**
     * @param left kept as they are: of these nothing can be made
     */
    record KeptDealsJson(int stored, int known, int left) {}

    /** Makes deals of rows that imports kept before deals were read. */
    @PostMapping("/api/v1/deals/kept")
    KeptDealsJson kept(Viewer viewer) {
        KeptRows.Given given = kept.take(viewer);
        return new KeptDealsJson(given.stored(), given.known(), given.left());
    }

    record StageJson(UUID id, String name, String state) {
        static StageJson of(Stage stage) {
            return new StageJson(stage.id(), stage.name(), stage.kind().word());
        }
    }

    record StagesJson(List<StageJson> items) {}

    /** In the order of the board. */
    @GetMapping("/api/v1/deal-stages")
    StagesJson stages(Viewer viewer) {
        return new StagesJson(stages.all(viewer).stream().map(StageJson::of).toList());
    }

    @GetMapping("/api/v1/deals/{id}")
    ResponseEntity<DealJson> one(@PathVariable UUID id, Viewer viewer) {
        return etags.tagged(DealJson.of(deal(viewer, id)));
    }

    private Deal deal(Viewer viewer, UUID id) {
        return book.deal(viewer, new DealId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/api/v1/deals")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DealJson> create(
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = DealBody.class)))
                    ObjectNode body,
            Viewer viewer) {
        DealId id = book.add(viewer, DealBody.given(body));
        DealJson made = DealJson.of(deal(viewer, id.value()));
        return ResponseEntity.status(HttpStatus.CREATED).eTag(etags.of(made)).body(made);
    }

    @PatchMapping("/api/v1/deals/{id}")
    ResponseEntity<DealJson> change(
            @PathVariable UUID id,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = DealBody.class)))
                    ObjectNode body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        book.change(
                viewer,
                deal(viewer, id).id(),
                DealBody.given(body),
                now -> etags.require(ifMatch, DealJson.of(now)));
        return one(id, viewer);
    }

    @DeleteMapping("/api/v1/deals/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        book.delete(viewer, deal(viewer, id).id(), now -> etags.require(ifMatch, DealJson.of(now)));
    }

    /**
     * @param role economic, user, technical, influencer, coach, gatekeeper or introducer
     */
    record NewPart(UUID contact, @Nullable String role) {}

    /** Gives somebody a part in it; the deal. */
    @PostMapping("/api/v1/deals/{id}/people")
    DealJson join(@PathVariable UUID id, @RequestBody NewPart part, Viewer viewer) {
        Deal deal = deal(viewer, id);
        if (part.contact() == null) throw new Refused("contact", "Say who");
        Role role =
                Role.of(part.role() == null ? "user" : part.role())
                        .orElseThrow(() -> new Refused("role", "There is no such role"));
        book.join(viewer, deal.id(), new PersonId(part.contact()), role);
        return DealJson.of(deal(viewer, id));
    }

    @DeleteMapping("/api/v1/deals/{id}/people/{part}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void part(@PathVariable UUID id, @PathVariable UUID part, Viewer viewer) {
        if (book.part(viewer, deal(viewer, id).id(), part).isEmpty())
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
