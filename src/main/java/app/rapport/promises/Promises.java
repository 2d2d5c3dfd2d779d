package app.rapport.promises;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.conversations.Conversations;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.listening.dates.DueDates;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Line;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Promise.Side;
import app.rapport.promises.model.Step;
import app.rapport.promises.model.Task;
import app.rapport.promises.store.PromiseRows;
import app.rapport.promises.store.TaskRows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Promises both ways, and tasks: made, kept, moved, broken; each step is kept. */
@Service
public class Promises {
    private static final DueDates DATES = DueDates.english();

    private final PromiseRows rows;
    private final TaskRows tasks;
    private final Repeating repeating;
    private final Conversations conversations;
    private final House house;
    private final Clock clock;

    Promises(
            PromiseRows rows,
            TaskRows tasks,
            Repeating repeating,
            Conversations conversations,
            House house,
            Clock clock) {
        this.rows = rows;
        this.tasks = tasks;
        this.repeating = repeating;
        this.conversations = conversations;
        this.house = house;
        this.clock = clock;
    }

    public Optional<Promise> one(Viewer viewer, UUID id) {
        return rows.one(viewer, id);
    }

    /** With one person as it stood, newest first. */
    public List<Promise> with(Viewer viewer, PersonId person, Instant at) {
        return rows.with(viewer, person).stream()
                .filter(one -> !one.madeAt().isAfter(at))
                .map(one -> one.asOf(at))
                .toList();
    }

    /** With each of these people as it stood, newest first. */
    public Map<PersonId, List<Promise>> withEach(
            Viewer viewer, Collection<PersonId> people, Instant at) {
        return rows.withAny(viewer, people).stream()
                .filter(one -> !one.madeAt().isAfter(at))
                .map(one -> one.asOf(at))
                .collect(Collectors.groupingBy(one -> one.person().orElseThrow()));
    }

    /**
     * Ours that these members keep or kept, as they stood, where open at some time from then on.
     */
    public List<Promise> ofKeepers(
            Viewer viewer, Collection<MemberId> keepers, Instant from, Instant at) {
        return rows.ofKeepers(viewer, keepers, from, at).stream().map(one -> one.asOf(at)).toList();
    }

    /** The viewer's own to keep or to wait for, by when they are due; no {@link Tasks}. */
    public List<Promise> open(Viewer viewer, Instant at) {
        return rows.openAt(viewer, at).stream().map(one -> one.asOf(at)).toList();
    }

    public List<Promise> settled(Viewer viewer) {
        return rows.settled(viewer);
    }

    /**
     * What was typed in one line, such as "by Friday send the offer", as the viewer means it now.
     */
    public Line read(Viewer viewer, String typed) {
        return Line.read(typed, now(viewer), DATES);
    }

    /** The same of a task, which may say how often: "every Friday send the figures". */
    public Line readTask(Viewer viewer, String typed) {
        return Line.readTask(typed, now(viewer), DATES);
    }

    private LocalDateTime now(Viewer viewer) {
        return LocalDateTime.ofInstant(clock.instant(), viewer.zone());
    }

    public Optional<Deadline> day(Viewer viewer, String typed) {
        return read(viewer, typed).due();
    }

    /**
     * @param keeper who of us keeps it or waits for it
     * @param madeIn the words of a touch that it is taken out of
     */
    public record New(
            Side side,
            Optional<PersonId> person,
            MemberId keeper,
            String what,
            Optional<Deadline> due,
            int weight,
            Optional<Evidence> madeIn) {}

    @Transactional
    public Promise make(Viewer viewer, New made) {
        String what = Wordings.checked(made.what(), "line");
        requireUsable(made.due());
        Instant now = clock.instant();
        Step first =
                new Step(
                        Uuid7.next(),
                        Step.Kind.MADE,
                        now,
                        made.due(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(made.keeper()).filter(one -> !one.equals(viewer.member())));
        Promise promise =
                new Promise(
                        Uuid7.next(),
                        made.side(),
                        made.person(),
                        "",
                        made.keeper(),
                        what,
                        Math.clamp(made.weight(), 1, 3),
                        made.madeIn(),
                        now,
                        List.of(first),
                        made.side() == Side.TASK
                                ? Optional.of(
                                        new Task(
                                                viewer.member(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                false))
                                : Optional.empty());
        rows.add(viewer, promise, made.madeIn().isPresent());
        return promise;
    }

    /** An answer that is not known yet is owed by the next working day. */
    @Transactional
    public Promise getBack(Viewer viewer, PersonId person) {
        LocalDate today = now(viewer).toLocalDate();
        return make(
                viewer,
                new New(
                        Side.OURS,
                        Optional.of(person),
                        viewer.member(),
                        "Find out, and get back with an answer",
                        Optional.of(
                                new Deadline(
                                        house.workingDays(viewer).after(today), Optional.empty())),
                        1,
                        Optional.empty()));
    }

    /**
     * One step further; the step's id, by which it can be taken back.
     *
     * @param due the new day where it is moved
     * @param shown the touch that shows it
     */
    @Transactional
    public Optional<UUID> move(
            Viewer viewer,
            UUID id,
            Step.Kind kind,
            Optional<Deadline> due,
            Optional<TouchId> shown) {
        rows.lock(viewer, id);
        return rows.one(viewer, id).map(promise -> moved(viewer, promise, kind, due, shown));
    }

    private UUID moved(
            Viewer viewer,
            Promise promise,
            Step.Kind kind,
            Optional<Deadline> due,
            Optional<TouchId> shown) {
        Instant now = clock.instant();
        if (shown.isPresent() && shown.flatMap(id -> conversations.touch(viewer, id)).isEmpty())
            throw new Refused("touch", "There is no such touch");
        requireUsable(due);
        promise.refusal(kind, now, due, viewer.zone())
                .ifPresent(why -> {
                    throw new Refused("promise", why);
                });
        Step step = new Step(Uuid7.next(), kind, now, due, shown, Optional.empty());
        Promise after = promise.and(step);
        rows.add(viewer, after, step);
        repeating.stepped(viewer, promise, after, now);
        return step.id();
    }

    /** From one keeper to another; a task alone is given away. */
    Optional<UUID> give(Viewer viewer, UUID id, MemberId to) {
        rows.lock(viewer, id);
        return rows.one(viewer, id)
                .filter(one -> one.side() == Side.TASK && !one.member().equals(to))
                .map(one -> given(viewer, one, to));
    }

    private UUID given(Viewer viewer, Promise task, MemberId to) {
        Instant now = clock.instant();
        task.refusal(Step.Kind.GIVEN, now, Optional.empty(), viewer.zone())
                .ifPresent(why -> {
                    throw new Refused("promise", why);
                });
        Step step =
                new Step(
                        Uuid7.next(),
                        Step.Kind.GIVEN,
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(to));
        rows.add(viewer, task.and(step), step);
        tasks.keeper(viewer, task.id(), to);
        return step.id();
    }

    private static void requireUsable(Optional<Deadline> due) {
        if (due.filter(one -> !one.isUsable()).isPresent())
            throw new Refused("due", "Give a day between the years 1970 and 9999");
    }

    /**
     * Says where it was made, once that is kept as a touch; empty where it is none any more. Its
     * words stay those that were typed.
     */
    @Transactional
    public void madeIn(Viewer viewer, UUID id, Optional<Evidence> words) {
        rows.madeIn(viewer, id, words);
    }

    /** A slip of the one who just made it: it never was, where nothing happened to it since. */
    @Transactional
    public boolean unmake(Viewer viewer, UUID id) {
        rows.lock(viewer, id);
        boolean fresh =
                rows.one(viewer, id).filter(promise -> promise.steps().size() == 1).isPresent();
        return fresh && rows.remove(viewer, id);
    }

    /** Takes the last step back. */
    @Transactional
    public boolean undo(Viewer viewer, UUID id, UUID step) {
        rows.lock(viewer, id);
        return rows.one(viewer, id).filter(promise -> undone(viewer, promise, step)).isPresent();
    }

    private boolean undone(Viewer viewer, Promise promise, UUID step) {
        Step last = promise.standing().getLast();
        if (!last.id().equals(step) || last.kind() == Step.Kind.MADE) return false;
        Instant now = clock.instant();
        Step back = Step.undoing(step, now);
        Promise after = promise.and(back);
        rows.add(viewer, after, back);
        if (last.kind() == Step.Kind.GIVEN) tasks.keeper(viewer, promise.id(), after.keeper());
        repeating.stepped(viewer, promise, after, now);
        return true;
    }
}
