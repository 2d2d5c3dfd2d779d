package app.rapport.promises;

import app.rapport.access.House;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Recurring;
import app.rapport.promises.model.Step;
import app.rapport.promises.model.Task;
import app.rapport.promises.store.PromiseRows;
import app.rapport.promises.store.TaskRows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The next of a task that comes again is made in the transaction that settles the one before, and
 * goes with it when that is taken back.
 */
@Component
class Repeating {
    private final PromiseRows rows;
    private final TaskRows tasks;
    private final House house;

    Repeating(PromiseRows rows, TaskRows tasks, House house) {
        this.rows = rows;
        this.tasks = tasks;
        this.house = house;
    }

    /**
     * @param before as it stood before a step, {@code after} with it
     */
    void stepped(Viewer viewer, Promise before, Promise after, Instant now) {
        Optional<Task.Series> series = after.task().flatMap(Task::series);
        boolean was = before.state(viewer.zone()).isSettled();
        boolean is = after.state(viewer.zone()).isSettled();
        if (series.isEmpty() || was == is) return;
        if (is) follow(viewer, after, series.get(), now);
        else tasks.unfollow(viewer, after.id());
    }

    private void follow(Viewer viewer, Promise settled, Task.Series series, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, viewer.zone());
        LocalDate due = settled.due().map(Deadline::day).orElse(today);
        LocalDate after = due.isAfter(today) ? due : today;
        LocalDate next = Recurring.next(series, after, house.workingDays(viewer)::after);
        Step made =
                new Step(
                        Uuid7.next(),
                        Step.Kind.MADE,
                        now,
                        Optional.of(new Deadline(next, settled.due().flatMap(Deadline::time))),
                        Optional.empty(),
                        Optional.empty());
        Promise again = settled.again(Uuid7.next(), made);
        Instant remind =
                settled.task()
                        .flatMap(Task::remindAt)
                        .map(at -> moved(at, due, next, viewer.zone()))
                        .orElse(null);
        if (tasks.follow(viewer, settled.id(), again.id(), next, remind, now))
            rows.add(viewer, again, made);
    }

    /** As many days before the new day as before the old, at the same time of day. */
    private static Instant moved(Instant at, LocalDate due, LocalDate next, ZoneId zone) {
        ZonedDateTime here = at.atZone(zone);
        return here.plusDays(next.toEpochDay() - due.toEpochDay()).toInstant();
    }
}
