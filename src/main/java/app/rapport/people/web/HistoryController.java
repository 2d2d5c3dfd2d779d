package app.rapport.people.web;

import app.rapport.access.Refused;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.Account;
import app.rapport.people.AccountBook;
import app.rapport.people.Contact;
import app.rapport.people.ContactBook;
import app.rapport.people.Merges;
import app.rapport.people.model.AccountField;
import app.rapport.people.model.ContactField;
import app.rapport.ui.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The history of a person or a company, and putting back what stood there. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class HistoryController {
    private final ContactBook contacts;
    private final AccountBook accounts;
    private final Merges merges;
    private final HistoryWords words;

    HistoryController(
            ContactBook contacts, AccountBook accounts, Merges merges, HistoryWords words) {
        this.merges = merges;
        this.contacts = contacts;
        this.accounts = accounts;
        this.words = words;
    }

    @GetMapping("/people/{id}/history")
    HistoryPage person(@PathVariable UUID id, Viewer viewer) {
        Contact contact = contact(viewer, id);
        return new HistoryPage(
                contact.name(),
                "/people/" + id,
                words.entries(
                        viewer,
                        contacts.history(viewer, contact.id()),
                        ContactField::of,
                        key -> ContactField.of(key).map(contact::text).orElse("")),
                joined(viewer, RecordKind.CONTACT, id),
                contact.createdAt(),
                origin(contact));
    }

    private List<HistoryPage.Joined> joined(Viewer viewer, RecordKind kind, UUID id) {
        return merges.of(viewer, kind, id).stream()
                .map(merge ->
                        new HistoryPage.Joined(
                                merge.id().toString(), merge.loserName(), merge.at()))
                .toList();
    }

    private static String origin(Contact contact) {
        return switch (contact.source()) {
            case "typed" -> "Added by hand";
            case "mail" -> "First met in mail";
            case "" -> "Added";
            default -> "Came from " + contact.source();
        };
    }

    private Contact contact(Viewer viewer, UUID id) {
        return contacts.contact(viewer, new PersonId(id)).orElseThrow(HistoryController::nothing);
    }

    private Account account(Viewer viewer, UUID id) {
        return accounts.account(viewer, new AccountId(id)).orElseThrow(HistoryController::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @GetMapping("/accounts/{id}/history")
    HistoryPage company(@PathVariable UUID id, Viewer viewer) {
        Account account = account(viewer, id);
        return new HistoryPage(
                account.name(),
                "/accounts/" + id,
                words.entries(
                        viewer,
                        accounts.history(viewer, account.id()),
                        AccountField::of,
                        key -> AccountField.of(key).map(account::text).orElse("")),
                joined(viewer, RecordKind.ACCOUNT, id),
                account.createdAt(),
                account.proposed() ? "Proposed from mail addresses" : "Added");
    }

    @PostMapping(path = "/people/{id}/put-back", params = "change")
    Object personBack(
            @PathVariable UUID id,
            @RequestParam UUID change,
            Viewer viewer,
            HttpServletResponse response) {
        PersonId person = contact(viewer, id).id();
        return back(
                "/people/" + id,
                "/history",
                response,
                () -> contacts.putBack(viewer, person, change));
    }

    @PostMapping(path = "/people/{id}/put-back", params = "at")
    Object personBackTo(
            @PathVariable UUID id,
            @RequestParam Instant at,
            Viewer viewer,
            HttpServletResponse response) {
        PersonId person = contact(viewer, id).id();
        return back("/people/" + id, "", response, () -> contacts.putBack(viewer, person, at));
    }

    @PostMapping(path = "/accounts/{id}/put-back", params = "change")
    Object companyBack(
            @PathVariable UUID id,
            @RequestParam UUID change,
            Viewer viewer,
            HttpServletResponse response) {
        AccountId account = account(viewer, id).id();
        return back(
                "/accounts/" + id,
                "/history",
                response,
                () -> accounts.putBack(viewer, account, change));
    }

    @PostMapping(path = "/accounts/{id}/put-back", params = "at")
    Object companyBackTo(
            @PathVariable UUID id,
            @RequestParam Instant at,
            Viewer viewer,
            HttpServletResponse response) {
        AccountId account = account(viewer, id).id();
        return back("/accounts/" + id, "", response, () -> accounts.putBack(viewer, account, at));
    }

    private static Object back(
            String home,
            String page,
            HttpServletResponse response,
            Supplier<Optional<Instant>> put) {
        try {
            return Done.to(
                    home + page,
                    response,
                    Done.saved("What stood there is back.", home, put.get()));
        } catch (Refused e) {
            return Done.to(
                    home + page, response, Notice.of("This cannot be put back. " + e.getMessage()));
        }
    }
}
