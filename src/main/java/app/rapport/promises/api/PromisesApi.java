package app.rapport.promises.api;

import app.rapport.access.Refused;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.promises.PromisePages;
import app.rapport.promises.Promises;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Line;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Promise.Side;
import app.rapport.promises.model.Step;
import app.rapport.promises.model.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Promises over the API; what becomes of a task is a step of it too. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class PromisesApi {
    private static final int MOST = 200;

    private final Promises promises;
    private final PromisePages pages;
    private final People people;

    PromisesApi(Promises promises, PromisePages pages, People people) {
        this.promises = promises;
        this.pages = pages;
        this.people = people;
    }

    /**
     * @param member who keeps it from then on, where it was given
     */
    record StepJson(
            UUID id,
            String kind,
            String at,
            @Nullable String due,
            @Nullable UUID touch,
            @Nullable UUID member) {
        static StepJson of(Step step) {
            return new StepJson(
                    step.id(),
                    step.kind().name().toLowerCase(Locale.ROOT),
                    step.at().toString(),
                    step.due().map(PromisesApi::written).orElse(null),
                    step.shown().map(TouchId::value).orElse(null),
                    step.to().map(MemberId::value).orElse(null));
        }
    }

    /**
     * @param side ours, theirs or task
     * @param what null where the viewer may not read it
     * @param due a date, or a date with a time in the member's zone
     * @param touch in which it was made
     * @param task what a task has beyond a promise
     */
    record PromiseJson(
            UUID id,
            String side,
            @Nullable UUID contact,
            UUID member,
            @Nullable String what,
            int weight,
            String state,
            @Nullable String due,
            @Nullable UUID touch,
            String madeAt,
            List<StepJson> steps,
            @Nullable TaskJson task) {
        static PromiseJson of(Promise promise, Viewer viewer) {
            return new PromiseJson(
                    promise.id(),
                    promise.side().name().toLowerCase(Locale.ROOT),
                    promise.person().map(PersonId::value).orElse(null),
                    promise.member().value(),
                    promise.what().isEmpty() ? null : promise.what(),
                    promise.weight(),
                    promise.state(viewer.zone()).name().toLowerCase(Locale.ROOT),
                    promise.due().map(PromisesApi::written).orElse(null),
                    promise.madeIn().map(in -> in.touch().value()).orElse(null),
                    promise.madeAt().toString(),
                    promise.steps().stream().map(StepJson::of).toList(),
                    promise.task().map(TaskJson::of).orElse(null));
        }
    }

    /**
     * @param givenBy who made it
     * @param every working_day, week, month or year; null for once
     */
    record TaskJson(
            UUID givenBy, @Nullable String every, @Nullable String remindAt, boolean remindByMail) {
        static TaskJson of(Task task) {
            return new TaskJson(
                    task.givenBy().value(),
                    task.series()
                            .map(series -> series.every().name().toLowerCase(Locale.ROOT))
                            .orElse(null),
                    task.remindAt().map(Instant::toString).orElse(null),
                    task.remindByMail());
        }
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record PromiseList(List<PromiseJson> items, @Nullable String next) {}

    static String written(Deadline due) {
        return due.day() + due.time().map(time -> "T" + time).orElse("");
    }

    /**
     * The member's open ones by when they are due, those settled the latest first, or all with one
     * contact, the newest first.
     */
    @GetMapping("/api/v1/promises")
    PromiseList all(
            @RequestParam(required = false) @Nullable UUID contact,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "200") int limit,
            Viewer viewer) {
        int most = Math.clamp(limit, 1, MOST);
        if (contact != null) {
            known(viewer, contact);
            return list(pages.with(viewer, new PersonId(contact), cursor, most), viewer);
        }
        return list(
                state.equals("settled")
                        ? pages.settled(viewer, cursor, most)
                        : pages.open(viewer, cursor, most),
                viewer);
    }

    private static PromiseList list(Slice<Promise> page, Viewer viewer) {
        return new PromiseList(
                page.items().stream().map(one -> PromiseJson.of(one, viewer)).toList(),
                page.next().orElse(null));
    }

    @GetMapping("/api/v1/promises/{id}")
    PromiseJson one(@PathVariable UUID id, Viewer viewer) {
        return promises.one(viewer, id)
                .map(one -> PromiseJson.of(one, viewer))
                .orElseThrow(PromisesApi::nothing);
    }

    /**
     * @param line what, and by when: "by Friday send the offer"
     * @param due a date that goes before what the line says
     * @param side ours or theirs
     * @param weight 1 to 3
     */
    record NewPromise(
            @Nullable UUID contact,
            @Nullable String line,
            @Nullable String side,
            @Nullable LocalDate due,
            @Nullable LocalTime time,
            @Nullable Integer weight) {}

    @PostMapping("/api/v1/promises")
    @ResponseStatus(HttpStatus.CREATED)
    PromiseJson make(@RequestBody NewPromise made, Viewer viewer) {
        if (made.contact() == null) throw new Refused("contact", "Say with whom");
        known(viewer, made.contact());
        Side side = "theirs".equals(made.side()) ? Side.THEIRS : Side.OURS;
        Line read = promises.read(viewer, made.line() == null ? "" : made.line());
        Promise promise =
                promises.make(
                        viewer,
                        new Promises.New(
                                side,
                                Optional.of(new PersonId(made.contact())),
                                viewer.member(),
                                read.what(),
                                given(made.due(), made.time()).or(read::due),
                                made.weight() == null ? 1 : made.weight(),
                                Optional.empty()));
        return PromiseJson.of(promise, viewer);
    }

    /** "I do not know, I will get back to you": to find out by the next working day. */
    @PostMapping("/api/v1/contacts/{id}/promises/get-back")
    @ResponseStatus(HttpStatus.CREATED)
    PromiseJson getBack(@PathVariable UUID id, Viewer viewer) {
        known(viewer, id);
        return PromiseJson.of(promises.getBack(viewer, new PersonId(id)), viewer);
    }

    /** A slip of the one who made it: it never was, where nothing happened to it since. */
    @DeleteMapping("/api/v1/promises/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unmake(@PathVariable UUID id, Viewer viewer) {
        if (promises.one(viewer, id).isEmpty()) throw nothing();
        if (!promises.unmake(viewer, id))
            throw new Refused("id", "Something happened to it already: withdraw it");
    }

    static Optional<Deadline> given(@Nullable LocalDate due, @Nullable LocalTime time) {
        return Optional.ofNullable(due).map(day -> new Deadline(day, Optional.ofNullable(time)));
    }

    /**
     * @param kind kept, renegotiated, broken, withdrawn, waiting or resumed
     * @param due of a renegotiation
     * @param touch what shows it
     */
    record NewStep(
            String kind, @Nullable LocalDate due, @Nullable LocalTime time, @Nullable UUID touch) {}

    @PostMapping("/api/v1/promises/{id}/steps")
    PromiseJson step(@PathVariable UUID id, @RequestBody NewStep step, Viewer viewer) {
        boolean moved =
                promises.move(
                                viewer,
                                id,
                                kind(step.kind()),
                                given(step.due(), step.time()),
                                Optional.ofNullable(step.touch()).map(TouchId::new))
                        .isPresent();
        if (!moved) throw nothing();
        return one(id, viewer);
    }

    private static Step.Kind kind(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "kept" -> Step.Kind.KEPT;
            case "renegotiated" -> Step.Kind.RENEGOTIATED;
            case "broken" -> Step.Kind.BROKEN;
            case "withdrawn" -> Step.Kind.WITHDRAWN;
            case "waiting" -> Step.Kind.WAITING;
            case "resumed" -> Step.Kind.RESUMED;
            default ->
                    throw new Refused(
                            "kind",
                            "One of kept, renegotiated, broken, withdrawn, waiting, resumed");
        };
    }

    @PostMapping("/api/v1/promises/{id}/steps/{step}/undo")
    PromiseJson undo(@PathVariable UUID id, @PathVariable UUID step, Viewer viewer) {
        if (!promises.undo(viewer, id, step)) throw nothing();
        return one(id, viewer);
    }

    private void known(Viewer viewer, UUID contact) {
        if (people.card(viewer, new PersonId(contact)).isEmpty()) throw nothing();
    }

    static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
