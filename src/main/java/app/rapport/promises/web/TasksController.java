package app.rapport.promises.web;

import app.rapport.access.Refused;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.listening.dates.Recurrence;
import app.rapport.promises.Promises;
import app.rapport.promises.TaskLines;
import app.rapport.promises.Tasks;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Lane;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Task;
import app.rapport.promises.web.TaskPages.Asked;
import app.rapport.promises.web.TasksPage.Shape;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The viewer's tasks, and what is done with one beside keeping or dropping it. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TasksController {
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Tasks tasks;
    private final TaskLines lines;
    private final TaskPages pages;
    private final Promises promises;

    TasksController(Tasks tasks, TaskLines lines, TaskPages pages, Promises promises) {
        this.tasks = tasks;
        this.lines = lines;
        this.pages = pages;
        this.promises = promises;
    }

    @GetMapping("/tasks")
    TasksPage page(
            @RequestParam(defaultValue = "list") String view,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String moved,
            Viewer viewer) {
        return pages.page(viewer, new Asked(shape(view), from, moved, "", Wrong.NOTHING));
    }

    private static Shape shape(String view) {
        for (Shape shape : Shape.values()) if (shape.key().equals(view)) return shape;
        return Shape.LIST;
    }

    static String back(String view) {
        return "redirect:/tasks?view=" + shape(view).key();
    }

    @PostMapping("/tasks")
    Object add(
            @RequestParam String line,
            @RequestParam(defaultValue = "list") String view,
            Viewer viewer,
            HttpServletResponse response) {
        try {
            Promise made = tasks.add(viewer, lines.read(viewer, line));
            Notices.say(
                    response, Notice.undoable(said(made), "/promises/" + made.id() + "/unmake"));
            return back(view);
        } catch (Refused e) {
            Wrong wrong = new Wrong("line", e.getMessage());
            return pages.page(viewer, new Asked(shape(view), "", "", line, wrong));
        }
    }

    private static String said(Promise made) {
        String who = made.person().isPresent() ? ", about " + made.personName() : "";
        String day =
                made.due()
                        .map(due -> ", by " + PersonPromisesController.DAY.format(due.day()))
                        .orElse("");
        String every =
                made.task()
                        .flatMap(Task::series)
                        .map(series -> ", " + TaskLine.words(series.every()))
                        .orElse("");
        return "“" + made.what() + "” is noted" + who + day + every + ".";
    }

    @PostMapping("/tasks/{id}/move")
    String move(
            @PathVariable UUID id,
            @RequestParam String to,
            @RequestParam(defaultValue = "board") String view,
            Viewer viewer,
            HttpServletResponse response) {
        Promise task = known(viewer, id);
        try {
            Lane lane = Lane.of(to).orElseThrow(() -> new Refused("to", "There is no such column"));
            Optional<UUID> step = tasks.move(viewer, id, lane);
            Notices.say(
                    response,
                    step.map(one -> Notice.undoable(moved(task, lane), undo(id, one, view)))
                            .orElse(Notice.of("It stands there already.")));
        } catch (Refused e) {
            Notices.say(response, Notice.of(e.getMessage() + "."));
        }
        return back(view) + "&moved=" + id;
    }

    private static String moved(Promise task, Lane lane) {
        return "“"
                + task.what()
                + "” is "
                + (lane == Lane.DONE
                        ? "done"
                        : lane == Lane.WAITING
                                ? "waiting"
                                : "for " + lane.title().toLowerCase(Locale.ROOT))
                + ".";
    }

    private static String undo(UUID id, UUID step, String view) {
        return "/promises/" + id + "/undo?step=" + step + "&view=" + shape(view).key();
    }

    @PostMapping("/tasks/{id}/give")
    String give(
            @PathVariable UUID id,
            @RequestParam UUID member,
            Viewer viewer,
            HttpServletResponse response) {
        known(viewer, id);
        try {
            said(response, id, tasks.give(viewer, id, new MemberId(member)), "It is given.");
        } catch (Refused e) {
            Notices.say(response, Notice.of(e.getMessage() + "."));
        }
        return back("given");
    }

    @PostMapping("/tasks/{id}/hand-back")
    String handBack(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        known(viewer, id);
        said(response, id, tasks.handBack(viewer, id), "It is handed back.");
        return back("list");
    }

    private static void said(
            HttpServletResponse response, UUID id, Optional<UUID> step, String words) {
        Notices.say(
                response,
                step.map(one -> Notice.undoable(words, undo(id, one, "list")))
                        .orElse(Notice.of("It is with them already.")));
    }

    @PostMapping("/tasks/{id}/remind")
    String remind(
            @PathVariable UUID id,
            @RequestParam String when,
            @RequestParam(defaultValue = "false") boolean mail,
            Viewer viewer,
            HttpServletResponse response) {
        Task before = known(viewer, id).task().orElseThrow();
        try {
            Optional<Instant> at =
                    when.isBlank() ? Optional.empty() : Optional.of(at(viewer, when));
            tasks.remind(viewer, id, at, mail);
            String undo =
                    "/tasks/%s/remind-at?at=%s&mail=%s"
                            .formatted(
                                    id,
                                    before.remindAt().map(Instant::toString).orElse(""),
                                    before.remindByMail());
            Notices.say(
                    response,
                    Notice.undoable(
                            at.isPresent() ? "The reminder is set." : "There is no reminder.",
                            undo));
        } catch (Refused e) {
            Notices.say(response, Notice.of(e.getMessage() + "."));
        }
        return "redirect:/promises/" + id;
    }

    private Instant at(Viewer viewer, String words) {
        Deadline moment =
                promises.day(viewer, words)
                        .filter(Deadline::isUsable)
                        .orElseThrow(() ->
                                new Refused(
                                        "when",
                                        "No day was found in that, such as \"Friday at 9:00\""));
        return moment.day().atTime(moment.time().orElse(MORNING)).atZone(viewer.zone()).toInstant();
    }

    /** Back to the reminder that was there. */
    @PostMapping("/tasks/{id}/remind-at")
    String remindAt(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "false") boolean mail,
            Viewer viewer,
            HttpServletResponse response) {
        known(viewer, id);
        try {
            tasks.remind(
                    viewer,
                    id,
                    at.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(at)),
                    mail);
            Notices.say(response, Notice.of("That is taken back."));
        } catch (Refused | DateTimeParseException e) {
            Notices.say(
                    response, Notice.of("The former reminder has passed; nothing was changed."));
        }
        return "redirect:/promises/" + id;
    }

    @PostMapping("/tasks/{id}/repeat")
    String repeat(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String every,
            Viewer viewer,
            HttpServletResponse response) {
        Task before = known(viewer, id).task().orElseThrow();
        Optional<Recurrence> chosen =
                every.isEmpty() ? Optional.empty() : Optional.of(recurrence(every));
        tasks.repeat(viewer, id, chosen);
        String undo =
                "/tasks/%s/repeat?every=%s"
                        .formatted(
                                id,
                                before.series().map(one -> TaskBox.key(one.every())).orElse(""));
        Notices.say(
                response,
                Notice.undoable(
                        chosen.map(one -> "It comes again " + TaskLine.words(one) + ".")
                                .orElse("It does not come again."),
                        undo));
        return "redirect:/promises/" + id;
    }

    private static Recurrence recurrence(String key) {
        for (Recurrence one : Recurrence.values()) if (TaskBox.key(one).equals(key)) return one;
        throw PromisesController.nothing();
    }

    private Promise known(Viewer viewer, UUID id) {
        return tasks.one(viewer, id).orElseThrow(PromisesController::nothing);
    }
}
