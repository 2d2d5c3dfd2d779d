package app.rapport.people.web;

import app.rapport.access.Refused;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.people.Role;
import app.rapport.people.Tie;
import app.rapport.people.Ties;
import app.rapport.people.model.Names;
import app.rapport.ui.Notice;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Roles: given, taken away, and given again. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TiesController {
    private final Ties ties;
    private final People people;

    TiesController(Ties ties, People people) {
        this.ties = ties;
        this.people = people;
    }

    @GetMapping("/people/{id}/ties")
    TiesPage ties(@PathVariable UUID id, Viewer viewer) {
        PersonCard card = existing(viewer, id);
        return page(
                viewer, card, PartyForm.EMPTY.with("company", card.accountName()), Wrong.NOTHING);
    }

    private PersonCard existing(Viewer viewer, UUID id) {
        return people.card(viewer, new PersonId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private TiesPage page(Viewer viewer, PersonCard card, PartyForm typed, Wrong wrong) {
        List<Tie> all = ties.ofPerson(viewer, card.id());
        return new TiesPage(
                card.name(),
                "/people/" + card.id(),
                all.stream().filter(tie -> tie.person().equals(card.id())).toList(),
                all.stream().filter(tie -> !tie.person().equals(card.id())).toList(),
                typed,
                wrong);
    }

    @PostMapping("/people/{id}/ties")
    Object add(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        PersonCard card = existing(viewer, id);
        PartyForm typed = PartyForm.sent(sent);
        try {
            Tie tie = add(viewer, card, typed);
            return Done.to(
                    "/people/" + id + "/ties",
                    response,
                    Notice.undoable(
                            card.name() + ". " + tie.words() + ".", removal(card.id(), tie.id())));
        } catch (Refused e) {
            return page(viewer, card, typed, Rows.wrong(e));
        }
    }

    private static String removal(PersonId person, UUID tie) {
        return "/people/" + person + "/ties/" + tie + "/remove";
    }

    /** To a person or a company, by id (an undo) or by name (the form). */
    private Tie add(Viewer viewer, PersonCard card, PartyForm typed) {
        Role role =
                Role.of(typed.text("role")).orElseThrow(() -> new Refused("role", "Choose a role"));
        String note = typed.text("note");
        String company = typed.text("company").strip();
        String other = typed.text("person").strip();
        if (!typed.text("accountId").isEmpty())
            return ties.toAccount(
                    viewer, card.id(), new AccountId(id(typed, "accountId")), role, note);
        if (!typed.text("personId").isEmpty())
            return ties.toPerson(
                    viewer, card.id(), new PersonId(id(typed, "personId")), role, note);
        if (!other.isEmpty())
            return ties.toPerson(viewer, card.id(), person(viewer, other), role, note);
        if (company.isEmpty()) throw new Refused("company", "Give a company or a person");
        return ties.toCompany(viewer, card.id(), company, role, note);
    }

    private static UUID id(PartyForm typed, String name) {
        try {
            return UUID.fromString(typed.text(name));
        } catch (IllegalArgumentException e) {
            throw new Refused("company", "Give a company or a person");
        }
    }

    /** The only one who fits, or the one of just that name. */
    private PersonId person(Viewer viewer, String name) {
        List<PersonCard> found = people.search(viewer, name, 5);
        List<PersonCard> exact =
                found.stream()
                        .filter(card -> Names.fold(card.name()).equals(Names.fold(name)))
                        .toList();
        if (exact.size() == 1) return exact.getFirst().id();
        if (found.isEmpty()) throw new Refused("person", "No one called '" + name + "'");
        if (found.size() > 1)
            throw new Refused("person", "Several people fit; write the name in full");
        return found.getFirst().id();
    }

    @PostMapping("/people/{id}/ties/{tie}/remove")
    Object remove(
            @PathVariable UUID id,
            @PathVariable UUID tie,
            @RequestParam(defaultValue = "") String back,
            Viewer viewer,
            HttpServletResponse response) {
        existing(viewer, id);
        Tie found =
                ties.one(viewer, tie)
                        .filter(one -> one.person().value().equals(id))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ties.remove(viewer, found);
        boolean toAccount = back.equals("account") && !found.toPerson();
        return Done.to(
                toAccount ? "/accounts/" + found.to() : "/people/" + id + "/ties",
                response,
                Notice.undoable(
                        found.personName() + " is no longer: " + found.words() + ".",
                        "/people/" + id + "/ties?" + again(found)));
    }

    private static String again(Tie tie) {
        return (tie.toPerson() ? "personId=" : "accountId=")
                + tie.to()
                + "&role="
                + tie.role().word()
                + "&note="
                + URLEncoder.encode(tie.note(), StandardCharsets.UTF_8);
    }
}
