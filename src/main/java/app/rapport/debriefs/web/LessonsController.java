package app.rapport.debriefs.web;

import app.rapport.access.Refused;
import app.rapport.debriefs.Debriefs;
import app.rapport.debriefs.Lessons;
import app.rapport.debriefs.Whole;
import app.rapport.debriefs.model.Lesson.About;
import app.rapport.debriefs.model.Lesson.Company;
import app.rapport.debriefs.model.Lesson.Person;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.ui.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import tools.jackson.databind.json.JsonMapper;

/** What was learned at tables, a member's habits over many, and the whole as a file. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class LessonsController {
    private final Debriefs debriefs;
    private final Lessons lessons;

    LessonsController(Debriefs debriefs, Lessons lessons) {
        this.debriefs = debriefs;
        this.lessons = lessons;
    }

    /** Over all tables that were looked back at; nobody else's. */
    @GetMapping("/negotiations/habits")
    HabitsPage habits(Viewer viewer) {
        return new HabitsPage(debriefs.habits(viewer));
    }

    @GetMapping("/negotiations/{id}/whole.json")
    ResponseEntity<String> whole(@PathVariable UUID id, Viewer viewer) {
        Whole whole = debriefs.whole(viewer, new NegotiationId(id)).orElseThrow(Back::nothing);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"negotiation-" + id + ".json\"")
                .body(
                        JsonMapper.shared()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(whole));
    }

    /**
     * @param about "person ID", "company ID", or anything else of oneself
     */
    @PostMapping("/negotiations/{id}/debrief/lessons")
    RedirectView learn(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer,
            HttpServletResponse response) {
        try {
            UUID lesson =
                    lessons.learn(viewer, new NegotiationId(id), about(about), words)
                            .orElseThrow(Back::nothing);
            return Back.to(
                    id,
                    Notice.undoable("It is kept for the next time.", path(id, lesson) + "/remove"),
                    response);
        } catch (Refused e) {
            return Back.to(id, Notice.of(e.getMessage() + "."), response);
        }
    }

    private static Optional<About> about(String typed) {
        if (typed.startsWith("person "))
            return Optional.of(new Person(new PersonId(Back.id(typed.substring(7)))));
        if (typed.startsWith("company "))
            return Optional.of(new Company(new AccountId(Back.id(typed.substring(8)))));
        return Optional.empty();
    }

    private static String path(UUID id, UUID lesson) {
        return "/negotiations/" + id + "/debrief/lessons/" + lesson;
    }

    @PostMapping("/negotiations/{id}/debrief/lessons/{lesson}/remove")
    RedirectView remove(
            @PathVariable UUID id,
            @PathVariable UUID lesson,
            Viewer viewer,
            HttpServletResponse response) {
        if (!lessons.forget(viewer, new NegotiationId(id), lesson)) throw Back.nothing();
        return Back.to(
                id,
                Notice.undoable("It is taken out.", path(id, lesson) + "/bring-back"),
                response);
    }

    @PostMapping("/negotiations/{id}/debrief/lessons/{lesson}/bring-back")
    RedirectView bringBack(
            @PathVariable UUID id,
            @PathVariable UUID lesson,
            Viewer viewer,
            HttpServletResponse response) {
        if (!lessons.remember(viewer, new NegotiationId(id), lesson)) throw Back.nothing();
        return Back.to(id, Notice.of("It is back."), response);
    }

    /**
     * @param answer yes, or anything else to keep it to oneself again
     */
    @PostMapping("/negotiations/{id}/debrief/lessons/{lesson}/share")
    RedirectView share(
            @PathVariable UUID id,
            @PathVariable UUID lesson,
            @RequestParam(defaultValue = "") String answer,
            Viewer viewer,
            HttpServletResponse response) {
        boolean shared = answer.equals("yes");
        if (!lessons.share(viewer, new NegotiationId(id), lesson, shared)) throw Back.nothing();
        return Back.to(
                id,
                Notice.undoable(
                        shared ? "The team reads it now." : "Only you read it now.",
                        path(id, lesson) + "/share?answer=" + (shared ? "no" : "yes")),
                response);
    }
}
