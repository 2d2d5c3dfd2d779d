package app.rapport.experience.web;

import app.rapport.access.Refused;
import app.rapport.experience.Surveys;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Moment;
import app.rapport.experience.model.Occasion;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Moments that matter, and asking after them. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class SurveyController {
    private final Surveys surveys;
    private final People people;
    private final Clock clock;

    SurveyController(Surveys surveys, People people, Clock clock) {
        this.surveys = surveys;
        this.people = people;
        this.clock = clock;
    }

    @PostMapping("/people/{id}/moments")
    String record(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String occasion,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String touch,
            Viewer viewer,
            HttpServletResponse response) {
        PersonCard card =
                people.card(viewer, new PersonId(id)).orElseThrow(ExperienceController::nothing);
        try {
            Occasion what =
                    Occasion.of(occasion)
                            .orElseThrow(() -> new Refused("occasion", "Say what happened"));
            Moment made =
                    surveys.record(
                            viewer,
                            card.id(),
                            what,
                            Days.moment(day, viewer.zone(), clock.instant()),
                            touch(touch));
            Notices.say(
                    response,
                    Notice.undoable(
                            what.words() + " is noted.", "/moments/" + made.id() + "/take-back"));
        } catch (Refused e) {
            Notices.say(response, Notice.of(e.getMessage() + "."));
        }
        return back(card.id());
    }

    private static Optional<TouchId> touch(String typed) {
        if (typed.isBlank()) return Optional.empty();
        try {
            return Optional.of(new TouchId(UUID.fromString(typed)));
        } catch (IllegalArgumentException e) {
            throw new Refused("touch", "There is no such touch");
        }
    }

    @PostMapping("/moments/{id}/take-back")
    String takeBack(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        Moment moment = moment(viewer, id);
        Notices.say(
                response,
                Notice.of(
                        surveys.takeBack(viewer, id)
                                ? "The moment is taken back."
                                : "They were asked after it already: it stays."));
        return back(moment.person());
    }

    @PostMapping("/moments/{id}/ask")
    String ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String measure,
            Viewer viewer,
            HttpServletResponse response) {
        Moment moment = moment(viewer, id);
        try {
            String address =
                    surveys.ask(viewer, id, Measure.of(measure).orElse(moment.occasion().usual()));
            Notices.say(response, Notice.of("The question is on its way to " + address + "."));
        } catch (Refused e) {
            Notices.say(response, Notice.of(e.getMessage() + "."));
        }
        return back(moment.person());
    }

    private Moment moment(Viewer viewer, UUID id) {
        return surveys.moment(viewer, id).orElseThrow(ExperienceController::nothing);
    }

    private static String back(PersonId person) {
        return "redirect:/people/" + person + "/experience#moments";
    }
}
