package app.rapport.promises.web;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.promises.FoundPromises;
import app.rapport.promises.Promises;
import app.rapport.promises.Trusting;
import app.rapport.promises.model.Line;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Promise.Side;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Promises, offers and deeds with one person. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class PersonPromisesController {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    private final Promises promises;
    private final FoundPromises found;
    private final Trusting trusting;
    private final People people;
    private final Clock clock;

    PersonPromisesController(
            Promises promises, FoundPromises found, Trusting trusting, People people, Clock clock) {
        this.promises = promises;
        this.found = found;
        this.trusting = trusting;
        this.people = people;
        this.clock = clock;
    }

    @PostMapping("/people/{id}/promises")
    String make(
            @PathVariable UUID id,
            @RequestParam String line,
            @RequestParam(defaultValue = "ours") String side,
            Viewer viewer,
            HttpServletResponse response) {
        PersonCard card = card(viewer, id);
        Line read = promises.read(viewer, line);
        try {
            Promise made =
                    promises.make(
                            viewer,
                            new Promises.New(
                                    side.equals("theirs") ? Side.THEIRS : Side.OURS,
                                    Optional.of(card.id()),
                                    viewer.member(),
                                    read.what(),
                                    read.due(),
                                    1,
                                    Optional.empty()));
            Notices.say(
                    response, Notice.undoable(said(made), "/promises/" + made.id() + "/unmake"));
        } catch (Refused e) {
            Notices.say(response, Notice.of(e.getMessage() + "."));
        }
        return back(id);
    }

    /**
     * "I do not know; I will get back to you": one key, and it has a day like any other promise.
     */
    @PostMapping("/people/{id}/promises/get-back")
    String getBack(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        PersonCard card = card(viewer, id);
        Promise made = promises.getBack(viewer, card.id());
        Notices.say(response, Notice.undoable(said(made), "/promises/" + made.id() + "/unmake"));
        return back(id);
    }

    private static String said(Promise made) {
        String day =
                made.due().map(due -> ", by " + DAY.format(due.day())).orElse(", without a day");
        return "“" + made.what() + "” is promised" + day + ".";
    }

    @PostMapping("/people/{id}/promises/found/accept")
    String accept(
            @PathVariable UUID id,
            @RequestParam UUID touch,
            @RequestParam int start,
            Viewer viewer,
            HttpServletResponse response) {
        Promise made =
                found.accept(viewer, card(viewer, id).id(), new TouchId(touch), start)
                        .orElseThrow(PromisesController::nothing);
        Notices.say(response, Notice.undoable(said(made), "/promises/" + made.id() + "/unmake"));
        return back(id);
    }

    @PostMapping("/people/{id}/promises/found/dismiss")
    String dismiss(
            @PathVariable UUID id,
            @RequestParam UUID touch,
            @RequestParam int start,
            Viewer viewer,
            HttpServletResponse response) {
        if (!found.isNone(viewer, card(viewer, id).id(), new TouchId(touch), start))
            throw PromisesController.nothing();
        String undo =
                "/people/" + id + "/promises/found/offer-again?touch=" + touch + "&start=" + start;
        Notices.say(
                response, Notice.undoable("That is no promise, and is not offered again.", undo));
        return back(id);
    }

    @PostMapping("/people/{id}/promises/found/offer-again")
    String offerAgain(
            @PathVariable UUID id,
            @RequestParam UUID touch,
            @RequestParam int start,
            Viewer viewer,
            HttpServletResponse response) {
        card(viewer, id);
        if (!found.offerAgain(viewer, new TouchId(touch), start))
            throw PromisesController.nothing();
        Notices.say(response, Notice.of("It is offered again."));
        return back(id);
    }

    @GetMapping("/people/{id}/trust")
    TrustPage trust(@PathVariable UUID id, Viewer viewer) {
        PersonCard card = card(viewer, id);
        return new TrustPage(TrustView.of(card, trusting.with(viewer, card.id(), clock.instant())));
    }

    @PostMapping("/people/{id}/deeds")
    String deed(
            @PathVariable UUID id,
            @RequestParam String words,
            @RequestParam(defaultValue = "ours") String side,
            @RequestParam(defaultValue = "good") String effect,
            @RequestParam(defaultValue = "1") int weight,
            Viewer viewer,
            HttpServletResponse response) {
        PersonCard card = card(viewer, id);
        try {
            UUID deed =
                    trusting.record(
                            viewer,
                            card.id(),
                            side.equals("theirs") ? Side.THEIRS : Side.OURS,
                            effect.equals("good"),
                            weight,
                            words);
            Notices.say(
                    response,
                    Notice.undoable(
                            "That is in the trust ledger.",
                            "/people/" + id + "/deeds/" + deed + "/take-back"));
        } catch (Refused e) {
            Notices.say(response, Notice.of(e.getMessage() + "."));
        }
        return "redirect:/people/" + id + "/trust";
    }

    @PostMapping("/people/{id}/deeds/{deed}/take-back")
    String takeBack(
            @PathVariable UUID id,
            @PathVariable UUID deed,
            Viewer viewer,
            HttpServletResponse response) {
        PersonCard card = card(viewer, id);
        if (!trusting.takeBack(viewer, card.id(), deed)) throw PromisesController.nothing();
        Notices.say(response, Notice.of("That is taken back."));
        return "redirect:/people/" + id + "/trust";
    }

    private PersonCard card(Viewer viewer, UUID id) {
        return people.card(viewer, new PersonId(id)).orElseThrow(PromisesController::nothing);
    }

    private static String back(UUID person) {
        return "redirect:/people/" + person;
    }
}
