package app.rapport.calls.api;

import app.rapport.access.Etags;
import app.rapport.access.Refused;
import app.rapport.calls.Plans;
import app.rapport.calls.model.TalkPlan;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plans of talks over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class PlansApi {
    private final Plans plans;
    private final People people;
    private final Etags etags;
    private final JsonMapper mapper;

    PlansApi(Plans plans, People people, Etags etags, JsonMapper mapper) {
        this.plans = plans;
        this.people = people;
        this.etags = etags;
        this.mapper = mapper;
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record PlanPage(List<PlanJson> items, @Nullable String next) {}

    /**
     * Newest first; of one contact, and only such as are still to be logged, where that is asked.
     */
    @GetMapping("/api/v1/plans")
    PlanPage list(
            @RequestParam(required = false) @Nullable UUID contact,
            @RequestParam(defaultValue = "all") String state,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        Optional<PersonId> person = Optional.ofNullable(contact).map(PersonId::new);
        person.ifPresent(one -> card(viewer, one));
        Slice<TalkPlan> page = page(viewer, person, open(state), cursor, Math.clamp(limit, 1, 200));
        return new PlanPage(
                page.items().stream().map(PlanJson::of).toList(), page.next().orElse(null));
    }

    private static Optional<Boolean> open(String state) {
        return switch (state) {
            case "all" -> Optional.empty();
            case "open" -> Optional.of(true);
            case "logged" -> Optional.of(false);
            default -> throw new Refused("state", "One of all, open, logged");
        };
    }

    private Slice<TalkPlan> page(
            Viewer viewer,
            Optional<PersonId> person,
            Optional<Boolean> open,
            Optional<String> cursor,
            int most) {
        try {
            return plans.page(viewer, person, open, cursor, most);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The cursor is not one that this list gave", e);
        }
    }

    @GetMapping("/api/v1/plans/{id}")
    ResponseEntity<PlanJson> one(@PathVariable UUID id, Viewer viewer) {
        return etags.tagged(PlanJson.of(plan(viewer, id)));
    }

    private TalkPlan plan(Viewer viewer, UUID id) {
        return plans.one(viewer, id).orElseThrow(Plans::missing);
    }

    private PersonCard card(Viewer viewer, PersonId person) {
        return people.card(viewer, person).orElseThrow(Plans::missing);
    }

    @PostMapping("/api/v1/plans")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PlanJson> create(
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = PlanBody.class)))
                    ObjectNode body,
            Viewer viewer) {
        PlanBody said = mapper.treeToValue(body, PlanBody.class);
        if (said.contact() == null) throw new Refused("contact", "Say with whom");
        PersonCard person = card(viewer, new PersonId(said.contact()));
        Optional<UUID> meeting = Optional.ofNullable(said.meeting());
        TalkPlan sheet = plans.fresh(viewer, Uuid7.next(), person, meeting);
        if (meeting.isPresent() && !sheet.terms().meeting().equals(meeting))
            throw new Refused("meeting", "There is no such meeting");
        PlanJson made = PlanJson.of(plans.keep(viewer, said.on(sheet, named(body)), _ -> {}));
        return ResponseEntity.status(HttpStatus.CREATED).eTag(etags.of(made)).body(made);
    }

    private static Set<String> named(ObjectNode body) {
        return Set.copyOf(body.propertyNames());
    }

    @PatchMapping("/api/v1/plans/{id}")
    ResponseEntity<PlanJson> change(
            @PathVariable UUID id,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = PlanBody.class)))
                    ObjectNode body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        TalkPlan standing = plan(viewer, id);
        PlanBody said = mapper.treeToValue(body, PlanBody.class);
        if (said.contact() != null && !said.contact().equals(standing.person().value()))
            throw new Refused("contact", "A plan stays with whom it was made for");
        Optional<UUID> meeting = Optional.ofNullable(said.meeting());
        if (meeting.isPresent() && !meeting.equals(standing.terms().meeting()))
            throw new Refused("meeting", "A plan stays with the meeting it was made for");
        plans.keep(
                viewer,
                said.on(standing, named(body)),
                now -> etags.require(ifMatch, PlanJson.of(now)));
        return one(id, viewer);
    }

    /** Puts the words of its template where nothing is said yet. */
    @PostMapping("/api/v1/plans/{id}/template")
    ResponseEntity<PlanJson> fill(@PathVariable UUID id, Viewer viewer) {
        TalkPlan standing = plan(viewer, id);
        PersonCard person = card(viewer, standing.person());
        plans.keep(viewer, plans.filled(viewer, standing, person), _ -> {});
        return one(id, viewer);
    }

    /** Into the bin; a talk that is logged cannot go. */
    @DeleteMapping("/api/v1/plans/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        plans.delete(viewer, id, now -> etags.require(ifMatch, PlanJson.of(now)));
    }
}
