package app.rapport.people.api;

import app.rapport.access.Etags;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.Contact;
import app.rapport.people.ContactBook;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.people.PointDraft;
import app.rapport.people.model.ContactField;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Contacts over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class ContactsApi {
    private final People people;
    private final ContactBook book;
    private final Etags etags;
    private final JsonMapper mapper;

    ContactsApi(People people, ContactBook book, Etags etags, JsonMapper mapper) {
        this.people = people;
        this.book = book;
        this.etags = etags;
        this.mapper = mapper;
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record ContactList(List<ContactJson> items, @Nullable String next) {}

    @GetMapping("/api/v1/contacts")
    ContactList list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        int most = Math.clamp(limit, 1, 200);
        if (!q.isBlank()) return found(viewer, q, Optional.ofNullable(cursor), most);
        List<PersonCard> page =
                people.page(viewer, cursor == null ? "" : cursor.toString(), most + 1);
        List<PersonCard> shown = page.size() > most ? page.subList(0, most) : page;
        return new ContactList(
                full(viewer, shown.stream().map(PersonCard::id).toList()),
                page.size() > most ? shown.getLast().id().toString() : null);
    }

    private ContactList found(Viewer viewer, String q, Optional<UUID> cursor, int most) {
        try {
            Slice<PersonId> page = people.searchPage(viewer, q, cursor.map(PersonId::new), most);
            return new ContactList(full(viewer, page.items()), page.next().orElse(null));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The cursor is not one that this list gave", e);
        }
    }

    private List<ContactJson> full(Viewer viewer, List<PersonId> ids) {
        return book.contacts(viewer, ids).stream().map(ContactJson::of).toList();
    }

    @GetMapping("/api/v1/contacts/{id}")
    ResponseEntity<ContactJson> one(@PathVariable UUID id, Viewer viewer) {
        return etags.tagged(ContactJson.of(contact(viewer, id)));
    }

    private Contact contact(Viewer viewer, UUID id) {
        return book.contact(viewer, new PersonId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/api/v1/contacts")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ContactJson> create(
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = ContactBody.class)))
                    ObjectNode body,
            Viewer viewer) {
        Map<ContactField, String> given = given(body, List.of());
        ContactJson made = ContactJson.of(contact(viewer, book.add(viewer, given).value()));
        return ResponseEntity.status(HttpStatus.CREATED).eTag(etags.of(made)).body(made);
    }

    @PatchMapping("/api/v1/contacts/{id}")
    ResponseEntity<ContactJson> change(
            @PathVariable UUID id,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = ContactBody.class)))
                    ObjectNode body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        Contact standing = contact(viewer, id);
        book.change(
                viewer,
                standing.id(),
                given(body, standing.points()),
                now -> etags.require(ifMatch, ContactJson.of(now)));
        return one(id, viewer);
    }

    @DeleteMapping("/api/v1/contacts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        book.delete(
                viewer,
                contact(viewer, id).id(),
                now -> etags.require(ifMatch, ContactJson.of(now)));
    }

    private Map<ContactField, String> given(ObjectNode body, List<PointDraft> standing) {
        return new GivenFields(body, mapper.treeToValue(body, ContactBody.class), standing)
                .read(ContactField.values());
    }
}
