package app.rapport.promises.web;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.promises.Promises;
import app.rapport.promises.Wordings;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Promise.Side;
import app.rapport.promises.model.Step;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The viewer's promises and tasks, and what is done with one. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class PromisesController {
    /** From where one comes. */
    private static final Set<String> VIEWS = Set.of("today", "ours", "theirs");

    private final Promises promises;
    private final Wordings wordings;
    private final House house;
    private final Clock clock;

    PromisesController(Promises promises, Wordings wordings, House house, Clock clock) {
        this.promises = promises;
        this.wordings = wordings;
        this.house = house;
        this.clock = clock;
    }

    @GetMapping("/promises")
    Object all(@RequestParam(defaultValue = "ours") String show, Viewer viewer) {
        if (show.equals("tasks")) return "redirect:/tasks";
        Instant now = clock.instant();
        boolean settled = show.equals("settled");
        List<Promise> listed = settled ? promises.settled(viewer) : promises.open(viewer, now);
        return PromisesPage.of(show, lines(listed, viewer, now));
    }

    private static List<PromiseLine> lines(List<Promise> all, Viewer viewer, Instant now) {
        return all.stream().map(one -> PromiseLine.of(one, viewer, now, null)).toList();
    }

    /**
     * @param from where the drawer opens
     */
    @GetMapping("/promises/{id}")
    PromisePage one(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @RequestHeader(name = "HX-Current-URL", defaultValue = "") String from,
            Viewer viewer) {
        String view = htmx != null && from.matches("https?://[^/]+/") ? "today" : "";
        return page(id, viewer, view, Wrong.NOTHING, htmx != null);
    }

    private PromisePage page(UUID id, Viewer viewer, String view, Wrong wrong, boolean drawer) {
        return promises.one(viewer, id)
                .map(promise ->
                        new PromisePage(
                                PromiseLine.of(promise, viewer, clock.instant(), null),
                                TaskBox.of(promise, viewer, house.present(viewer)),
                                wordings.of(viewer, promise),
                                view,
                                wrong,
                                drawer))
                .orElseThrow(PromisesController::nothing);
    }

    /** Whoever goes through a list is on it again, whoever comes from Today in Today. */
    private static String to(String view, Promise promise) {
        return switch (view) {
            case "" -> back(promise);
            case "today" -> "redirect:/";
            case "theirs" -> "redirect:/promises?show=theirs";
            default -> "redirect:/promises?show=ours";
        };
    }

    @PostMapping("/promises/{id}/kept")
    String kept(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID touch,
            @RequestParam(defaultValue = "") String view,
            Viewer viewer,
            HttpServletResponse response) {
        Optional<TouchId> shown = Optional.ofNullable(touch).map(TouchId::new);
        return moved(viewer, id, Step.Kind.KEPT, Optional.empty(), shown, view, response);
    }

    @PostMapping("/promises/{id}/broken")
    String broken(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String view,
            Viewer viewer,
            HttpServletResponse response) {
        return moved(viewer, id, Step.Kind.BROKEN, view, response);
    }

    @PostMapping("/promises/{id}/withdraw")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String view,
            Viewer viewer,
            HttpServletResponse response) {
        return moved(viewer, id, Step.Kind.WITHDRAWN, view, response);
    }

    @PostMapping("/promises/{id}/wait")
    String waiting(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String view,
            Viewer viewer,
            HttpServletResponse response) {
        return moved(viewer, id, Step.Kind.WAITING, view, response);
    }

    @PostMapping("/promises/{id}/resume")
    String resume(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String view,
            Viewer viewer,
            HttpServletResponse response) {
        return moved(viewer, id, Step.Kind.RESUMED, view, response);
    }

    private String moved(
            Viewer viewer, UUID id, Step.Kind kind, String view, HttpServletResponse response) {
        return moved(viewer, id, kind, Optional.empty(), Optional.empty(), view, response);
    }

    @PostMapping("/promises/{id}/renegotiate")
    Object renegotiate(
            @PathVariable UUID id,
            @RequestParam String until,
            @RequestParam(defaultValue = "") String view,
            Viewer viewer,
            HttpServletResponse response) {
        Optional<Deadline> day = promises.day(viewer, until);
        if (day.isEmpty())
            return page(
                    id,
                    viewer,
                    view,
                    new Wrong("until", "No day was found in that, such as \"next Friday\""),
                    false);
        return moved(viewer, id, Step.Kind.RENEGOTIATED, day, Optional.empty(), view, response);
    }

    @PostMapping("/promises/{id}/unmake")
    String unmake(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        Promise promise = promises.one(viewer, id).orElseThrow(PromisesController::nothing);
        boolean gone = promises.unmake(viewer, id);
        Notices.say(
                response,
                Notice.of(
                        gone
                                ? "It is gone, as if never noted."
                                : "Something came after it; withdraw it instead."));
        return back(promise);
    }

    @PostMapping("/promises/{id}/undo")
    String undo(
            @PathVariable UUID id,
            @RequestParam UUID step,
            @RequestParam(defaultValue = "") String view,
            Viewer viewer,
            HttpServletResponse response) {
        Promise promise = promises.one(viewer, id).orElseThrow(PromisesController::nothing);
        boolean undone = promises.undo(viewer, id, step);
        Notices.say(
                response,
                Notice.of(
                        undone
                                ? "That is taken back."
                                : "Something came after it; nothing was taken back."));
        return promise.side() == Side.TASK && !view.equals("today")
                ? TasksController.back(view)
                : to(view, promise);
    }

    /**
     * @param view where one comes from; empty for the promise's own page
     */
    private String moved(
            Viewer viewer,
            UUID id,
            Step.Kind kind,
            Optional<Deadline> due,
            Optional<TouchId> shown,
            String view,
            HttpServletResponse response) {
        Promise promise = promises.one(viewer, id).orElseThrow(PromisesController::nothing);
        try {
            UUID step =
                    promises.move(viewer, id, kind, due, shown)
                            .orElseThrow(PromisesController::nothing);
            String state =
                    promises.one(viewer, id)
                            .map(one -> PromiseLine.of(one, viewer, clock.instant(), null))
                            .map(PromiseLine::became)
                            .orElse("moved");
            Notices.say(
                    response,
                    Notice.undoable(
                            (promise.side() == Side.TASK ? "The task is " : "The promise is ")
                                    + state
                                    + ".",
                            "/promises/"
                                    + id
                                    + "/undo?step="
                                    + step
                                    + (VIEWS.contains(view) ? "&view=" + view : "")));
        } catch (Refused e) {
            Notices.say(response, Notice.of(e.getMessage() + "."));
        }
        return to(view, promise);
    }

    private static String back(Promise promise) {
        if (promise.side() == Side.TASK) return "redirect:/tasks";
        return promise.person()
                .map(person -> "redirect:/people/" + person)
                .orElse("redirect:/promises");
    }

    static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
