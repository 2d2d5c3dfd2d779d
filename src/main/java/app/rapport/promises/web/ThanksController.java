package app.rapport.promises.web;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.promises.Thanking;
import app.rapport.promises.model.ThanksOwed;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody did for us, and that they were thanked. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class ThanksController {
    private final Thanking thanking;
    private final People people;

    ThanksController(Thanking thanking, People people) {
        this.thanking = thanking;
        this.people = people;
    }

    @PostMapping("/people/{id}/thanks")
    String record(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "favour") String kind,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer,
            HttpServletResponse response) {
        PersonId person = known(viewer, id);
        try {
            UUID favour =
                    thanking.record(
                            viewer,
                            person,
                            ThanksOwed.Kind.of(kind)
                                    .orElseThrow(
                                            () -> new Refused("kind", "There is no such favour")),
                            words);
            Notices.say(
                    response,
                    Notice.undoable(
                            "It is recorded; thanks are owed.",
                            "/people/" + id + "/thanks/" + favour + "/unrecord"));
        } catch (Refused e) {
            Notices.say(response, Notice.of(e.getMessage() + "."));
        }
        return back(id);
    }

    @PostMapping("/people/{id}/thanks/{favour}/unrecord")
    String unrecord(
            @PathVariable UUID id,
            @PathVariable UUID favour,
            Viewer viewer,
            HttpServletResponse response) {
        if (!thanking.takeBackRecord(viewer, known(viewer, id), favour))
            throw PromisesController.nothing();
        Notices.say(response, Notice.of("That is taken back."));
        return back(id);
    }

    /**
     * @param how thanked, or let-go
     */
    @PostMapping("/people/{id}/thanks/{subject}/settle")
    String settle(
            @PathVariable UUID id,
            @PathVariable UUID subject,
            @RequestParam(defaultValue = "thanked") String how,
            Viewer viewer,
            HttpServletResponse response) {
        boolean thanked = how.equals("thanked");
        UUID settled = thanking.settle(viewer, known(viewer, id), subject, thanked);
        Notices.say(
                response,
                Notice.undoable(
                        thanked ? "They are thanked." : "No thanks are owed for that.",
                        "/people/" + id + "/thanks/" + settled + "/unsettle"));
        return back(id);
    }

    @PostMapping("/people/{id}/thanks/{settled}/unsettle")
    String unsettle(
            @PathVariable UUID id,
            @PathVariable UUID settled,
            Viewer viewer,
            HttpServletResponse response) {
        if (!thanking.takeBack(viewer, known(viewer, id), settled))
            throw PromisesController.nothing();
        Notices.say(response, Notice.of("Thanks are owed again."));
        return back(id);
    }

    private PersonId known(Viewer viewer, UUID id) {
        return people.card(viewer, new PersonId(id))
                .map(PersonCard::id)
                .orElseThrow(PromisesController::nothing);
    }

    private static String back(UUID person) {
        return "redirect:/people/" + person;
    }
}
