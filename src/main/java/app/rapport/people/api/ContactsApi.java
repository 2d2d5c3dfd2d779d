package app.rapport.people.api;

import app.rapport.access.Refused;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.ContactBook;
import app.rapport.people.ContactBook.Edit;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Contacts over the API. */
@RestController
class ContactsApi {
    private final People people;
    private final ContactBook book;

    ContactsApi(People people, ContactBook book) {
        this.people = people;
        this.book = book;
    }

    record AccountRef(UUID id, String name) {}

    record ContactJson(
            UUID id,
            String name,
            String title,
            @Nullable AccountRef account,
            List<String> addresses,
            List<String> phones,
            boolean colleague) {
        static ContactJson of(PersonCard card) {
            return new ContactJson(
                    card.id().value(),
                    card.name(),
                    card.title(),
                    card.account()
                            .map(account -> new AccountRef(account.value(), card.accountName()))
                            .orElse(null),
                    card.addresses(),
                    card.phones(),
                    card.colleague());
        }
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
        if (!q.isBlank())
            return new ContactList(
                    people.search(viewer, q, most).stream().map(ContactJson::of).toList(), null);
        List<PersonCard> page =
                people.page(viewer, cursor == null ? "" : cursor.toString(), most + 1);
        List<PersonCard> shown = page.size() > most ? page.subList(0, most) : page;
        return new ContactList(
                shown.stream().map(ContactJson::of).toList(),
                page.size() > most ? shown.getLast().id().toString() : null);
    }

    @GetMapping("/api/v1/contacts/{id}")
    ContactJson one(@PathVariable UUID id, Viewer viewer) {
        return people.card(viewer, new PersonId(id))
                .map(ContactJson::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What a caller gives; a field that is left out stays as it is. */
    record ContactBody(
            @Nullable String name,
            @Nullable String title,
            @Nullable List<String> addresses,
            @Nullable List<String> phones) {}

    @PostMapping("/api/v1/contacts")
    @ResponseStatus(HttpStatus.CREATED)
    ContactJson create(@RequestBody ContactBody body, Viewer viewer) {
        boolean nobody =
                (body.name() == null || body.name().isBlank())
                        && (body.addresses() == null || body.addresses().isEmpty());
        if (nobody) throw new Refused("name", "Give a name or an address");
        return one(book.add(viewer, edit(body)).value(), viewer);
    }

    @PatchMapping("/api/v1/contacts/{id}")
    ContactJson change(@PathVariable UUID id, @RequestBody ContactBody body, Viewer viewer) {
        one(id, viewer);
        book.change(viewer, new PersonId(id), edit(body));
        return one(id, viewer);
    }

    @DeleteMapping("/api/v1/contacts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Viewer viewer) {
        one(id, viewer);
        book.remove(viewer, new PersonId(id));
    }

    private static Edit edit(ContactBody body) {
        return new Edit(body.name(), body.title(), body.addresses(), body.phones());
    }
}
