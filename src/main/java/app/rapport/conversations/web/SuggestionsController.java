package app.rapport.conversations.web;

import app.rapport.access.Refused;
import app.rapport.conversations.Suggestions;
import app.rapport.conversations.model.Suggestion;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** What a signature says, taken into the record or left out of it. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class SuggestionsController {
    private final Suggestions suggestions;
    private final People people;

    SuggestionsController(Suggestions suggestions, People people) {
        this.suggestions = suggestions;
        this.people = people;
    }

    @PostMapping("/people/{id}/suggestions/{suggestion}/accept")
    RedirectView accept(
            @PathVariable UUID id,
            @PathVariable String suggestion,
            Viewer viewer,
            HttpServletResponse response) {
        try {
            Suggestions.Accepted accepted =
                    suggestions
                            .accept(viewer, person(viewer, id), suggestion)
                            .orElseThrow(SuggestionsController::nothing);
            String words = words(accepted.suggestion()) + " is in the record.";
            String undo = "/people/" + id + "/put-back?at=" + accepted.at();
            return back(id, response, Notice.undoable(words, undo));
        } catch (Refused e) {
            return back(id, response, Notice.of("This cannot be taken over. " + e.getMessage()));
        }
    }

    @PostMapping("/people/{id}/suggestions/{suggestion}/dismiss")
    RedirectView dismiss(
            @PathVariable UUID id,
            @PathVariable String suggestion,
            Viewer viewer,
            HttpServletResponse response) {
        Suggestion dismissed =
                suggestions
                        .dismiss(viewer, person(viewer, id), suggestion)
                        .orElseThrow(SuggestionsController::nothing);
        String words = words(dismissed) + " is not offered again.";
        String undo = "/people/" + id + "/suggestions/" + dismissed.id() + "/offer-again";
        return back(id, response, Notice.undoable(words, undo));
    }

    @PostMapping("/people/{id}/suggestions/{suggestion}/offer-again")
    RedirectView offerAgain(
            @PathVariable UUID id,
            @PathVariable String suggestion,
            Viewer viewer,
            HttpServletResponse response) {
        suggestions.offerAgain(viewer, person(viewer, id), suggestion);
        return back(id, response, Notice.of("It is offered again."));
    }

    private PersonId person(Viewer viewer, UUID id) {
        PersonId person = new PersonId(id);
        if (people.card(viewer, person).isEmpty()) throw nothing();
        return person;
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static String words(Suggestion suggestion) {
        return SuggestionsView.label(suggestion) + " " + suggestion.value();
    }

    private static RedirectView back(UUID person, HttpServletResponse response, Notice notice) {
        Notices.say(response, notice);
        RedirectView view = new RedirectView("/people/" + person);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }
}
