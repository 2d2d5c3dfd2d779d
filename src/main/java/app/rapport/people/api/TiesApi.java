package app.rapport.people.api;

import app.rapport.access.Refused;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.Role;
import app.rapport.people.Tie;
import app.rapport.people.Ties;
import app.rapport.people.api.PartyBody.Ref;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Ties of a contact over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TiesApi {
    private final Ties ties;
    private final People people;

    TiesApi(Ties ties, People people) {
        this.ties = ties;
        this.people = people;
    }

    /**
     * @param from whose tie it is; to either {@code account} or {@code person}
     * @param role economic, user, technical, influencer, coach, gatekeeper or introducer
     */
    record TieJson(
            UUID id,
            Ref from,
            @Nullable Ref account,
            @Nullable Ref person,
            String role,
            String note) {
        static TieJson of(Tie tie) {
            Ref to = new Ref(tie.to(), tie.toName());
            return new TieJson(
                    tie.id(),
                    new Ref(tie.person().value(), tie.personName()),
                    tie.toPerson() ? null : to,
                    tie.toPerson() ? to : null,
                    tie.role().word(),
                    tie.note());
        }
    }

    record TieList(List<TieJson> items) {}

    @GetMapping("/api/v1/contacts/{id}/ties")
    TieList list(@PathVariable UUID id, Viewer viewer) {
        PersonId person = existing(viewer, id);
        return new TieList(ties.ofPerson(viewer, person).stream().map(TieJson::of).toList());
    }

    private PersonId existing(Viewer viewer, UUID id) {
        return people.card(viewer, new PersonId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
    }

    record TieBody(
            @Nullable Ref account,
            @Nullable Ref person,
            @Nullable String role,
            @Nullable String note) {}

    @PostMapping("/api/v1/contacts/{id}/ties")
    @ResponseStatus(HttpStatus.CREATED)
    TieJson add(@PathVariable UUID id, @RequestBody TieBody body, Viewer viewer) {
        PersonId from = existing(viewer, id);
        Role role =
                Role.of(body.role() == null ? "" : body.role())
                        .orElseThrow(() -> new Refused("role", "There is no such role"));
        String note = body.note() == null ? "" : body.note();
        Ref account = body.account();
        Ref person = body.person();
        if ((account == null) == (person == null))
            throw new Refused("account", "Give either an account or a person");
        return TieJson.of(
                account != null
                        ? ties.toAccount(viewer, from, new AccountId(account.id()), role, note)
                        : ties.toPerson(viewer, from, new PersonId(person.id()), role, note));
    }

    @DeleteMapping("/api/v1/contacts/{id}/ties/{tie}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable UUID tie, Viewer viewer) {
        PersonId from = existing(viewer, id);
        ties.remove(
                viewer,
                ties.one(viewer, tie)
                        .filter(found -> found.person().equals(from))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
