package app.rapport.conversations.api;

import app.rapport.conversations.Suggestions;
import app.rapport.conversations.model.Suggestion;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What signatures say of a contact, over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class SuggestionsApi {
    private final Suggestions suggestions;
    private final People people;

    SuggestionsApi(Suggestions suggestions, People people) {
        this.suggestions = suggestions;
        this.people = people;
    }

    /**
     * @param kind phone, title or company
     * @param touch the mail whose signature says so
     */
    record SuggestionJson(String id, String kind, String value, UUID touch, String at) {
        static SuggestionJson of(Suggestion one) {
            return new SuggestionJson(
                    one.id(),
                    one.kind().name().toLowerCase(Locale.ROOT),
                    one.value(),
                    one.mail().value(),
                    one.at().truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }

    record SuggestionList(List<SuggestionJson> items) {}

    @GetMapping("/api/v1/contacts/{id}/suggestions")
    SuggestionList of(@PathVariable UUID id, Viewer viewer) {
        return new SuggestionList(
                suggestions.of(viewer, person(viewer, id)).stream()
                        .map(SuggestionJson::of)
                        .toList());
    }

    @PostMapping("/api/v1/contacts/{id}/suggestions/{suggestion}/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@PathVariable UUID id, @PathVariable String suggestion, Viewer viewer) {
        if (suggestions.accept(viewer, person(viewer, id), suggestion).isEmpty()) throw nothing();
    }

    @PostMapping("/api/v1/contacts/{id}/suggestions/{suggestion}/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable UUID id, @PathVariable String suggestion, Viewer viewer) {
        if (suggestions.dismiss(viewer, person(viewer, id), suggestion).isEmpty()) throw nothing();
    }

    private PersonId person(Viewer viewer, UUID id) {
        PersonId person = new PersonId(id);
        if (people.card(viewer, person).isEmpty()) throw nothing();
        return person;
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
