package app.rapport.promises.api;

import app.rapport.access.Refused;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.listening.dates.Recurrence;
import app.rapport.people.People;
import app.rapport.promises.Places;
import app.rapport.promises.PromisePages;
import app.rapport.promises.TaskLines;
import app.rapport.promises.Tasks;
import app.rapport.promises.api.PromisesApi.PromiseJson;
import app.rapport.promises.model.Lane;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Whose;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tasks over the API; they are done, moved and let go by steps of {@code /promises/{id}}. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TasksApi {
    private static final int MOST = 200;

    private final Tasks tasks;
    private final PromisePages pages;
    private final TaskLines lines;
    private final People people;

    TasksApi(Tasks tasks, PromisePages pages, TaskLines lines, People people) {
        this.tasks = tasks;
        this.pages = pages;
        this.lines = lines;
        this.people = people;
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record TaskList(List<PromiseJson> items, @Nullable String next) {}

    /** Open ones by when they are due, of the member or given by them; or those done lately. */
    @GetMapping("/api/v1/tasks")
    TaskList all(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "mine") String whose,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        int most = Math.clamp(limit, 1, MOST);
        if (state.equals("done")) return list(viewer, pages.tasksDone(viewer, cursor, most));
        Whose which = whose.equals("given") ? Whose.GIVEN : Whose.MINE;
        List<Promise> found = tasks.open(viewer, which, Places.given(cursor), most + 1);
        return list(viewer, Slice.of(found, most, Places::text));
    }

    private static TaskList list(Viewer viewer, Slice<Promise> page) {
        return new TaskList(
                page.items().stream().map(one -> PromiseJson.of(one, viewer)).toList(),
                page.next().orElse(null));
    }

    @GetMapping("/api/v1/tasks/{id}")
    PromiseJson one(@PathVariable UUID id, Viewer viewer) {
        return PromiseJson.of(known(viewer, id), viewer);
    }

    /**
     * @param line "every Friday send Jane the figures @tom"; what is given beside it goes before
     *     what it says
     * @param contact whom it is about
     * @param member who is to do it
     * @param every working_day, week, month or year
     */
    record NewTask(
            @Nullable String line,
            @Nullable UUID contact,
            @Nullable UUID member,
            @Nullable LocalDate due,
            @Nullable LocalTime time,
            @Nullable String every) {}

    @PostMapping("/api/v1/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    PromiseJson add(@RequestBody NewTask task, Viewer viewer) {
        Optional<PersonId> person = Optional.ofNullable(task.contact()).map(PersonId::new);
        if (person.filter(one -> people.card(viewer, one).isEmpty()).isPresent())
            throw PromisesApi.nothing();
        Tasks.New read = lines.read(viewer, task.line() == null ? "" : task.line());
        Promise made =
                tasks.add(
                        viewer,
                        new Tasks.New(
                                read.what(),
                                PromisesApi.given(task.due(), task.time()).or(read::due),
                                recurrence(task.every()).or(read::every),
                                person.or(read::person),
                                task.member() == null
                                        ? read.keeper()
                                        : new MemberId(task.member())));
        return PromiseJson.of(made, viewer);
    }

    private static Optional<Recurrence> recurrence(@Nullable String word) {
        if (word == null || word.isEmpty()) return Optional.empty();
        return Optional.of(
                switch (word) {
                    case "working_day" -> Recurrence.WORKING_DAY;
                    case "week" -> Recurrence.WEEK;
                    case "month" -> Recurrence.MONTH;
                    case "year" -> Recurrence.YEAR;
                    default -> throw new Refused("every", "One of working_day, week, month, year");
                });
    }

    /**
     * @param to today, week, later, waiting or done
     */
    record Move(@Nullable String to) {}

    @PostMapping("/api/v1/tasks/{id}/move")
    PromiseJson move(@PathVariable UUID id, @RequestBody Move move, Viewer viewer) {
        known(viewer, id);
        Lane lane =
                Lane.of(move.to() == null ? "" : move.to())
                        .orElseThrow(() ->
                                new Refused("to", "One of today, week, later, waiting, done"));
        tasks.move(viewer, id, lane);
        return one(id, viewer);
    }

    record Give(@Nullable UUID member) {}

    @PostMapping("/api/v1/tasks/{id}/give")
    PromiseJson give(@PathVariable UUID id, @RequestBody Give give, Viewer viewer) {
        known(viewer, id);
        if (give.member() == null) throw new Refused("member", "Say to whom");
        tasks.give(viewer, id, new MemberId(give.member()));
        return one(id, viewer);
    }

    /** To who gave it. */
    @PostMapping("/api/v1/tasks/{id}/hand-back")
    PromiseJson handBack(@PathVariable UUID id, Viewer viewer) {
        known(viewer, id);
        if (tasks.handBack(viewer, id).isEmpty())
            throw new Refused("member", "Nobody gave it to this member");
        return one(id, viewer);
    }

    /**
     * @param at with its offset; null for none
     * @param byMail also to the mail address of the member, who must be the one to do it
     */
    record Reminder(@Nullable String at, boolean byMail) {}

    @PutMapping("/api/v1/tasks/{id}/reminder")
    PromiseJson remind(@PathVariable UUID id, @RequestBody Reminder reminder, Viewer viewer) {
        known(viewer, id);
        tasks.remind(
                viewer,
                id,
                Optional.ofNullable(reminder.at()).map(TasksApi::moment),
                reminder.byMail());
        return one(id, viewer);
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Refused("at", "Write the time as 2026-03-10T14:30:00+01:00");
        }
    }

    record Repeat(@Nullable String every) {}

    /** How often it comes again from now on; null for not at all. */
    @PutMapping("/api/v1/tasks/{id}/repeat")
    PromiseJson repeat(@PathVariable UUID id, @RequestBody Repeat repeat, Viewer viewer) {
        known(viewer, id);
        tasks.repeat(viewer, id, recurrence(repeat.every()));
        return one(id, viewer);
    }

    private Promise known(Viewer viewer, UUID id) {
        return tasks.one(viewer, id).orElseThrow(PromisesApi::nothing);
    }
}
