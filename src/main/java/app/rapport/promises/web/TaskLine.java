package app.rapport.promises.web;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.listening.dates.Recurrence;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.State;
import app.rapport.promises.model.Task;
import app.rapport.ui.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A task as lists, weeks and boards show it.
 *
 * @param with whom it was given to, or who gave it; empty where it is one's own
 * @param moved whether it was just moved, and so has the focus
 */
public record TaskLine(Promise task, State state, boolean late, String with, boolean moved) {
    static TaskLine of(
            Promise task, Viewer viewer, Instant now, Map<MemberId, String> members, String moved) {
        State state = task.state(viewer.zone());
        return new TaskLine(
                task,
                state,
                !state.isSettled() && task.isLate(now, viewer.zone()),
                with(task, viewer, members),
                task.id().toString().equals(moved));
    }

    private static String with(Promise task, Viewer viewer, Map<MemberId, String> members) {
        if (!task.member().equals(viewer.member()))
            return "with " + members.getOrDefault(task.member(), "a colleague");
        return task.task()
                .map(Task::givenBy)
                .filter(giver -> !giver.equals(viewer.member()))
                .map(giver -> "from " + members.getOrDefault(giver, "a colleague"))
                .orElse("");
    }

    public String path() {
        return "/promises/" + task.id();
    }

    public String move() {
        return "/tasks/" + task.id() + "/move";
    }

    public boolean isDone() {
        return state.isSettled();
    }

    public LocalDate day() {
        return task.due().map(Deadline::day).orElse(LocalDate.MAX);
    }

    /** "Tuesday 10 March, 14:00"; empty without a day. */
    public String due(Times times) {
        return task.due().map(due -> weekday(times, due) + time(due)).orElse("");
    }

    private static String weekday(Times times, Deadline due) {
        if (due.day().equals(times.today())) return "today";
        return due.day().equals(times.today().plusDays(1)) ? "tomorrow" : times.shortDay(due.day());
    }

    private static String time(Deadline due) {
        return due.time().map(time -> ", " + time).orElse("");
    }

    public Optional<String> every() {
        return task.task().flatMap(Task::series).map(series -> words(series.every()));
    }

    static String words(Recurrence every) {
        return switch (every) {
            case WORKING_DAY -> "every working day";
            case WEEK -> "every week";
            case MONTH -> "every month";
            case YEAR -> "every year";
        };
    }
}
