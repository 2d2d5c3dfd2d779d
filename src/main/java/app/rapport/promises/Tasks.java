package app.rapport.promises;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Verdict;
import app.rapport.kernel.Viewer;
import app.rapport.listening.dates.Recurrence;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.DuePlace;
import app.rapport.promises.model.Lane;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.State;
import app.rapport.promises.model.Step;
import app.rapport.promises.model.Task;
import app.rapport.promises.model.Whose;
import app.rapport.promises.store.TaskRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Promises to oneself or a colleague: given, repeated, reminded of; as a list, a week, a board. */
@Service
public class Tasks {
    private static final int IN_A_LANE = 30;
    private static final int IN_A_WEEK = 300;
    private static final Duration DONE_LATELY = Duration.ofDays(14);

    private final Promises promises;
    private final TaskRows rows;
    private final House house;
    private final Clock clock;

    Tasks(Promises promises, TaskRows rows, House house, Clock clock) {
        this.promises = promises;
        this.rows = rows;
        this.house = house;
        this.clock = clock;
    }

    /**
     * @param person whom it is about, if anybody
     * @param keeper who is to do it
     */
    public record New(
            String what,
            Optional<Deadline> due,
            Optional<Recurrence> every,
            Optional<PersonId> person,
            MemberId keeper) {}

    @Transactional
    public Promise add(Viewer viewer, New task) {
        requirePresent(viewer, task.keeper());
        LocalDate today = today(viewer);
        Optional<Deadline> due =
                task.due().or(() -> task.every().map(every -> first(viewer, every, today)));
        Promise made =
                promises.make(
                        viewer,
                        new Promises.New(
                                Promise.Side.TASK,
                                task.person(),
                                task.keeper(),
                                task.what(),
                                due,
                                1,
                                Optional.empty()));
        task.every().ifPresent(every -> repeat(viewer, made.id(), Optional.of(every)));
        return promises.one(viewer, made.id()).orElseThrow();
    }

    /** Begins today, or on the next day on which work is done. */
    private Deadline first(Viewer viewer, Recurrence every, LocalDate today) {
        boolean works = every != Recurrence.WORKING_DAY || house.workingDays(viewer).works(today);
        return new Deadline(
                works ? today : house.workingDays(viewer).after(today), Optional.empty());
    }

    /** To a colleague, or back to who gave it; the step's id, by which it can be taken back. */
    @Transactional
    public Optional<UUID> give(Viewer viewer, UUID id, MemberId to) {
        requirePresent(viewer, to);
        return promises.give(viewer, id, to);
    }

    /** Empty where it is one's own. */
    @Transactional
    public Optional<UUID> handBack(Viewer viewer, UUID id) {
        return one(viewer, id)
                .filter(task -> task.member().equals(viewer.member()))
                .flatMap(Promise::task)
                .map(Task::givenBy)
                .filter(giver -> !giver.equals(viewer.member()))
                .flatMap(giver -> give(viewer, id, giver));
    }

    private void requirePresent(Viewer viewer, MemberId member) {
        if (!member.equals(viewer.member()) && !house.present(viewer).containsKey(member))
            throw new Refused("member", "Choose somebody who works here");
    }

    /** From then on it stands in Today, whenever it is due; nothing where it does not any more. */
    @Transactional
    public boolean remind(Viewer viewer, UUID id, Optional<Instant> at, boolean byMail) {
        Optional<Promise> task = one(viewer, id);
        if (at.filter(moment -> !moment.isAfter(clock.instant())).isPresent())
            throw new Refused("when", "That moment has passed");
        boolean mine = task.filter(one -> one.member().equals(viewer.member())).isPresent();
        if (byMail && !mine)
            throw new Refused("mail", "A reminder by mail is ordered by who keeps the task");
        task.ifPresent(one -> rows.remind(viewer, id, at, byMail && at.isPresent()));
        return task.isPresent();
    }

    /** How often it comes again from now on; nothing ends it. */
    @Transactional
    public boolean repeat(Viewer viewer, UUID id, Optional<Recurrence> every) {
        Optional<Promise> task = one(viewer, id);
        task.ifPresent(one -> {
            LocalDate since = one.due().map(Deadline::day).orElseGet(() -> today(viewer));
            rows.series(viewer, id, every.map(how -> new Task.Series(how, since)));
        });
        return task.isPresent();
    }

    /** Into another column of the board; the step's id. Empty where it stands there already. */
    @Transactional
    public Optional<UUID> move(Viewer viewer, UUID id, Lane to) {
        Optional<Promise> task = one(viewer, id);
        LocalDate today = today(viewer);
        if (!to.isOpenOn(today))
            throw new Refused(
                    "to",
                    to == Lane.LATE ? "Nothing becomes late by hand" : "This week ends today");
        if (task.filter(one -> lane(one, viewer, today) == to).isPresent()) return Optional.empty();
        return task.flatMap(_ ->
                switch (to) {
                    case DONE -> step(viewer, id, Step.Kind.KEPT, Optional.empty());
                    case WAITING -> step(viewer, id, Step.Kind.WAITING, Optional.empty());
                    default ->
                            step(
                                    viewer,
                                    id,
                                    Step.Kind.RENEGOTIATED,
                                    Optional.of(new Deadline(to.due(today), Optional.empty())));
                });
    }

    private Optional<UUID> step(Viewer viewer, UUID id, Step.Kind kind, Optional<Deadline> due) {
        return promises.move(viewer, id, kind, due, Optional.empty());
    }

    private static Lane lane(Promise task, Viewer viewer, LocalDate today) {
        State state = task.state(viewer.zone());
        if (state.isSettled()) return Lane.DONE;
        if (state == State.WAITING) return Lane.WAITING;
        LocalDate day = task.due().map(Deadline::day).orElse(LocalDate.MAX);
        if (day.isBefore(today)) return Lane.LATE;
        if (day.equals(today)) return Lane.TODAY;
        return day.isAfter(Lane.endOfWeek(today)) ? Lane.LATER : Lane.WEEK;
    }

    /** A task that the viewer sees, with its history. */
    public Optional<Promise> one(Viewer viewer, UUID id) {
        return promises.one(viewer, id).filter(one -> one.side() == Promise.Side.TASK);
    }

    /** The first of each lane. */
    public Map<Lane, List<Promise>> lanes(Viewer viewer) {
        return rows.lanes(viewer, today(viewer), doneSince(), IN_A_LANE);
    }

    /** How many stand in each lane. */
    public Map<Lane, Integer> counts(Viewer viewer) {
        return rows.counts(viewer, today(viewer), doneSince());
    }

    private Instant doneSince() {
        return clock.instant().minus(DONE_LATELY);
    }

    /** Those that may call for a look at that moment, as they stand now. */
    List<Promise> calling(Viewer viewer, LocalDate dueBy, Instant at, int most) {
        return rows.calling(viewer, dueBy, at, most);
    }

    /**
     * Done in Today is done; taken back there, it is open again. What is done there about a person
     * may have been something else.
     */
    @Transactional
    void judged(Viewer viewer, UUID id, Verdict verdict) {
        one(viewer, id)
                .filter(task -> task.person().isEmpty())
                .ifPresent(task -> {
                    boolean settled = task.state(viewer.zone()).isSettled();
                    Step last = task.standing().getLast();
                    if (verdict instanceof Verdict.Done && !settled)
                        step(viewer, id, Step.Kind.KEPT, Optional.empty());
                    if (verdict instanceof Verdict.Undone && last.kind() == Step.Kind.KEPT)
                        promises.undo(viewer, id, last.id());
                });
    }

    /** One more than asked for tells that there are more. */
    public List<Promise> open(Viewer viewer, Whose whose, Optional<DuePlace> after, int most) {
        return rows.open(viewer, whose, after, most);
    }

    public List<Promise> settled(Viewer viewer, int most) {
        return rows.settled(viewer, PlaceInTime.START, most);
    }

    /** Those of seven days. */
    public List<Promise> week(Viewer viewer, LocalDate monday) {
        return rows.between(viewer, monday, monday.plusDays(6), IN_A_WEEK);
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }
}
