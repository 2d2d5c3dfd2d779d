package app.rapport.promises;

import app.rapport.kernel.Level;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Signal;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.LeadTime;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.State;
import app.rapport.promises.model.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Today says of one task: when it is due, at its reminder, and when a colleague gave it. */
final class TaskSignal {
    static final String SOURCE = "task";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    /** How long a task that was given is pointed out, wherever its day is. */
    private static final Duration NEW = Duration.ofDays(3);

    private final Promise task;
    private final ZoneId zone;
    private final Instant at;

    private TaskSignal(Promise task, ZoneId zone, Instant at) {
        this.task = task;
        this.zone = zone;
        this.at = at;
    }

    static Optional<Signal> of(
            Viewer viewer, Promise task, Map<MemberId, String> members, Instant at) {
        if (task.standing().isEmpty() || task.state(viewer.zone()).isSettled())
            return Optional.empty();
        TaskSignal signal = new TaskSignal(task, viewer.zone(), at);
        return signal.since().map(since -> signal.made(since, members));
    }

    /** Since when it is to be seen; empty while it is not. */
    private Optional<Instant> since() {
        Optional<Instant> given =
                task.givenAt().filter(when -> !when.isAfter(at) && when.plus(NEW).isAfter(at));
        return given.or(() -> calls().filter(when -> !when.isAfter(at)));
    }

    /** At its reminder where it has one, and in any case from the morning of its day. */
    private Optional<Instant> calls() {
        Optional<Instant> remind = task.task().flatMap(Task::remindAt);
        if (task.state(zone) == State.WAITING) return remind;
        Optional<Instant> day =
                task.due()
                        .map(due -> {
                            Instant morning = due.day().atStartOfDay(zone).toInstant();
                            if (remind.isPresent()) return morning;
                            Instant warn =
                                    LeadTime.warnAt(task.madeAt(), due.ends(zone), List.of());
                            return warn.isBefore(morning) ? warn : morning;
                        });
        return remind.filter(when -> day.isEmpty() || when.isBefore(day.get())).or(() -> day);
    }

    private Signal made(Instant since, Map<MemberId, String> members) {
        boolean passed = task.isLate(at, zone);
        boolean due = task.due().filter(one -> !one.day().isAfter(today().plusDays(1))).isPresent();
        return new Signal(
                new Signal.Key(SOURCE, task.id() + (passed ? "-late" : "")),
                task.person(),
                Optional.empty(),
                due && task.person().isPresent() ? Level.PROMISE_DUE : Level.CHORE,
                why(members, passed),
                List.of(),
                since.isBefore(task.madeAt()) ? task.madeAt() : since,
                passed ? "Do it, or let it go." : "Do it today, or give it another day.",
                "It stays undone.",
                passed ? .7 : due ? .6 : .3,
                Optional.of(new Signal.About(task.what(), "/promises/" + task.id())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(at, zone);
    }

    private String why(Map<MemberId, String> members, boolean passed) {
        String until =
                task.due().map(TaskSignal::until).orElse("")
                        + (passed ? ". It is past its day." : ".");
        Optional<String> giver =
                task.task()
                        .map(Task::givenBy)
                        .filter(by -> !by.equals(task.member()))
                        .map(by -> members.getOrDefault(by, "A colleague"));
        return giver.map(name -> name + " gave you “" + task.what() + "”" + until)
                .orElseGet(() -> "You mean to do “" + task.what() + "”" + until);
    }

    private static String until(Deadline due) {
        return " by " + DAY.format(due.day()) + due.time().map(time -> ", " + time).orElse("");
    }
}
