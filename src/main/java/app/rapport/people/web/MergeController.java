package app.rapport.people.web;

import app.rapport.access.Refused;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import app.rapport.people.ContactBook;
import app.rapport.people.Merge;
import app.rapport.people.Merges;
import app.rapport.people.People;
import app.rapport.people.model.MergeChoices;
import app.rapport.people.model.Side;
import app.rapport.people.web.MergeWithPage.Found;
import app.rapport.ui.Notice;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Two records looked at side by side, made one, and made two again. */
@Controller
@Needs(toRead = Right.WRITE_RECORDS, toChange = Right.WRITE_RECORDS)
class MergeController {
    private static final String CHOICE = "field.";
    private static final int SHOWN = 12;

    private final Merges merges;
    private final MergeViews views;
    private final ContactBook contacts;
    private final AccountBook accounts;
    private final People people;

    MergeController(
            Merges merges,
            MergeViews views,
            ContactBook contacts,
            AccountBook accounts,
            People people) {
        this.merges = merges;
        this.views = views;
        this.contacts = contacts;
        this.accounts = accounts;
        this.people = people;
    }

    @GetMapping("/people/{id}/merge")
    Page person(
            @PathVariable UUID id,
            @RequestParam Optional<UUID> with,
            @RequestParam(defaultValue = "") String q,
            Viewer viewer) {
        String name = personName(viewer, id);
        return with.<Page>map(other -> sideBySide(viewer, RecordKind.CONTACT, id, other))
                .orElseGet(() ->
                        new MergeWithPage(
                                "/people/" + id, name, false, q, people(viewer, id, q, name)));
    }

    @GetMapping("/accounts/{id}/merge")
    Page company(
            @PathVariable UUID id,
            @RequestParam Optional<UUID> with,
            @RequestParam(defaultValue = "") String q,
            Viewer viewer) {
        String name = companyName(viewer, id);
        return with.<Page>map(other -> sideBySide(viewer, RecordKind.ACCOUNT, id, other))
                .orElseGet(() ->
                        new MergeWithPage(
                                "/accounts/" + id, name, true, q, companies(id, q, name)));
    }

    private String personName(Viewer viewer, UUID id) {
        return contacts.contact(viewer, new PersonId(id))
                .orElseThrow(MergeController::nothing)
                .name();
    }

    private String companyName(Viewer viewer, UUID id) {
        return accounts.account(viewer, new AccountId(id))
                .orElseThrow(MergeController::nothing)
                .name();
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private MergePage sideBySide(Viewer viewer, RecordKind kind, UUID id, UUID other) {
        try {
            return views.page(viewer, kind, id, other, Map.of(), Wrong.NOTHING);
        } catch (Refused e) {
            throw nothing();
        }
    }

    /** Whoever is named alike, before anything is typed. */
    private List<Found> people(Viewer viewer, UUID self, String words, String name) {
        return people.search(viewer, words.isBlank() ? name : words, SHOWN).stream()
                .filter(card -> !card.id().value().equals(self))
                .map(card ->
                        new Found(
                                card.id().toString(),
                                card.name(),
                                String.join(
                                        ", ",
                                        card.addresses().isEmpty()
                                                ? List.of(card.accountName())
                                                : card.addresses())))
                .toList();
    }

    private List<Found> companies(UUID self, String words, String name) {
        return people.findCompanies(words.isBlank() ? name : words, SHOWN).stream()
                .filter(company -> !company.id().value().equals(self))
                .map(company -> new Found(company.id().toString(), company.name(), ""))
                .toList();
    }

    @PostMapping("/people/{id}/merge")
    Object joinPeople(
            @PathVariable UUID id,
            @RequestParam UUID with,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        String name = personName(viewer, id);
        return join(viewer, RecordKind.CONTACT, id, name, with, sent, response);
    }

    @PostMapping("/accounts/{id}/merge")
    Object joinCompanies(
            @PathVariable UUID id,
            @RequestParam UUID with,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        String name = companyName(viewer, id);
        return join(viewer, RecordKind.ACCOUNT, id, name, with, sent, response);
    }

    private Object join(
            Viewer viewer,
            RecordKind kind,
            UUID id,
            String name,
            UUID other,
            Map<String, String> sent,
            HttpServletResponse response) {
        String home = MergeViews.home(kind, id);
        try {
            Map<String, Side> choices = MergeChoices.read(kind, chosen(sent));
            Merge merge = merges.join(viewer, kind, id, other, choices);
            return Done.to(
                    home,
                    response,
                    Notice.undoable(
                            merge.loserName() + " is part of " + name + " now.",
                            "/merges/" + merge.id() + "/undo"));
        } catch (Refused e) {
            return Done.to(home, response, Notice.of("They stay two. " + e.getMessage() + "."));
        }
    }

    private static Map<String, String> chosen(Map<String, String> sent) {
        Map<String, String> chosen = new LinkedHashMap<>();
        sent.forEach((key, value) -> {
            if (key.startsWith(CHOICE)) chosen.put(key.substring(CHOICE.length()), value);
        });
        return chosen;
    }

    @PostMapping("/merges/{id}/undo")
    Object undo(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        Merge merge = merges.one(viewer, id).orElseThrow(MergeController::nothing);
        try {
            Merges.Undone undone = merges.undo(viewer, id).orElseThrow(MergeController::nothing);
            return Done.to(
                    MergeViews.home(undone.kind(), undone.back()),
                    response,
                    Notice.of(undone.name() + " stands alone again, as before."));
        } catch (Refused e) {
            return Done.to(
                    MergeViews.home(merge.kind(), merge.winner()),
                    response,
                    Notice.of("They stay one. " + e.getMessage()));
        }
    }
}
