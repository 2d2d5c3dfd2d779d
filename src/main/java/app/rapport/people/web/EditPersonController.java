package app.rapport.people.web;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.Contact;
import app.rapport.people.ContactBook;
import app.rapport.people.model.ContactField;
import app.rapport.people.model.Field.Shape;
import app.rapport.people.web.PartyForm.PointRow;
import app.rapport.ui.Choice;
import app.rapport.ui.Notice;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A person new, changed, deleted and brought back. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class EditPersonController {
    private final ContactBook book;
    private final House house;

    EditPersonController(ContactBook book, House house) {
        this.book = book;
        this.house = house;
    }

    @GetMapping("/people/new")
    NewPersonPage fresh(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String company) {
        return new NewPersonPage(
                PartyForm.EMPTY.with("name", name).with("account", company), Wrong.NOTHING);
    }

    @PostMapping("/people/new")
    Object add(
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        PartyForm form = PartyForm.sent(sent);
        try {
            PartyForm whole =
                    new PartyForm(
                            form.texts(),
                            List.of(
                                    new PointRow("mail", "", form.text("mail")),
                                    new PointRow("phone", "", form.text("phone"))),
                            List.of());
            PersonId id =
                    book.add(viewer, whole.fields(ContactField.values()), form.text("account"));
            String home = "/people/" + id;
            Contact made = existing(viewer, id.value());
            return Done.to(
                    sent.containsKey("all") ? home + "/edit" : home,
                    response,
                    Notice.undoable(made.name() + " is added.", home + "/delete"));
        } catch (Refused e) {
            return new NewPersonPage(form, quick(e));
        }
    }

    /** The quick form has two rows, named for what they hold. */
    private static Wrong quick(Refused e) {
        return switch (e.field()) {
            case "points/0", "addresses" -> new Wrong("mail", e.getMessage());
            case "points/1" -> new Wrong("phone", e.getMessage());
            default -> Rows.wrong(e);
        };
    }

    @GetMapping("/people/{id}/edit")
    EditPersonPage edit(@PathVariable UUID id, Viewer viewer) {
        Contact contact = existing(viewer, id);
        return page(viewer, contact, PartyForm.of(contact), "", Wrong.NOTHING);
    }

    private Contact existing(Viewer viewer, UUID id) {
        return book.contact(viewer, new PersonId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private EditPersonPage page(
            Viewer viewer, Contact contact, PartyForm form, String fresh, Wrong wrong) {
        return new EditPersonPage(
                contact.name(),
                "/people/" + contact.id(),
                form,
                members(house.present(viewer)),
                fresh,
                wrong);
    }

    static List<Choice> members(Map<MemberId, String> members) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", "Nobody"));
        members.forEach((id, name) -> choices.add(new Choice(id.toString(), name)));
        return choices;
    }

    @PostMapping("/people/{id}/edit")
    Object save(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        Contact contact = existing(viewer, id);
        PartyForm form = PartyForm.sent(sent);
        Optional<Rows.Redrawn> redrawn = Rows.redrawn(form);
        if (redrawn.isPresent())
            return page(
                    viewer, contact, redrawn.get().form(), redrawn.get().fresh(), Wrong.NOTHING);
        String home = "/people/" + id;
        try {
            Optional<Instant> changed =
                    book.change(
                            viewer,
                            contact,
                            form.fields(ContactField.values()),
                            form.text("account"));
            return Done.to(
                    home,
                    response,
                    Done.saved("What stands of " + contact.name() + " is saved.", home, changed));
        } catch (Refused e) {
            return page(viewer, contact, form, "", Rows.wrong(e));
        }
    }

    /** One field, changed where it stands on the page. */
    @PostMapping("/people/{id}/fields/{name}")
    Object field(
            @PathVariable UUID id,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String value,
            Viewer viewer,
            HttpServletResponse response) {
        Contact contact = existing(viewer, id);
        ContactField field = inPlace(name);
        PartyForm form = PartyForm.of(contact).put(field, value.strip());
        String home = "/people/" + id;
        try {
            Optional<Instant> changed =
                    field == ContactField.ACCOUNT
                            ? book.change(viewer, contact, Map.of(), form.text(name))
                            : book.change(
                                    viewer,
                                    contact.id(),
                                    form.fields(new ContactField[] {field}),
                                    _ -> {});
            return Done.to(
                    home,
                    response,
                    Done.saved(field.label() + " of " + contact.name() + " saved.", home, changed));
        } catch (Refused e) {
            return page(viewer, contact, form, "", Rows.wrong(e));
        }
    }

    private static ContactField inPlace(String name) {
        return Arrays.stream(ContactField.values())
                .filter(field -> field.json().equals(name) && field.shape() != Shape.POSTALS)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/people/{id}/delete")
    Object delete(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        Contact contact = existing(viewer, id);
        book.delete(viewer, contact.id(), _ -> {});
        return Done.to(
                "/people",
                response,
                Notice.undoable(contact.name() + " is deleted.", "/people/" + id + "/restore"));
    }

    @PostMapping("/people/{id}/restore")
    Object restore(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        Contact contact =
                book.deleted(viewer, new PersonId(id))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        book.restore(viewer, contact.id());
        return Done.to(
                "/people/" + id,
                response,
                Notice.undoable(contact.name() + " is back.", "/people/" + id + "/delete"));
    }
}
