package app.rapport.promises.web;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.listening.dates.Recurrence;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Task;
import app.rapport.ui.Choice;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be set of a task: who keeps it, how often it comes again, and when to be reminded.
 *
 * @param giver the colleague who gave it to the viewer; empty where it is not so
 * @param mine whether the viewer keeps it
 */
public record TaskBox(
        Task task,
        String keeper,
        Optional<String> giver,
        boolean mine,
        List<Choice> colleagues,
        boolean done) {
    static Optional<TaskBox> of(Promise promise, Viewer viewer, Map<MemberId, String> present) {
        boolean mine = promise.member().equals(viewer.member());
        return promise.task()
                .map(task ->
                        new TaskBox(
                                task,
                                mine
                                        ? "you"
                                        : present.getOrDefault(promise.member(), "a colleague"),
                                Optional.of(task.givenBy())
                                        .filter(giver -> mine && !giver.equals(viewer.member()))
                                        .map(giver -> present.getOrDefault(giver, "a colleague")),
                                mine,
                                present.entrySet().stream()
                                        .filter(one -> !one.getKey().equals(promise.member()))
                                        .map(one ->
                                                new Choice(one.getKey().toString(), one.getValue()))
                                        .toList(),
                                promise.state(viewer.zone()).isSettled()));
    }

    public String every() {
        return task.series().map(series -> key(series.every())).orElse("");
    }

    public boolean repeats() {
        return task.series().isPresent();
    }

    public Optional<Instant> remindAt() {
        return task.remindAt();
    }

    public static List<Choice> recurrences() {
        return Stream.concat(
                        Stream.of(new Choice("", "once")),
                        Arrays.stream(Recurrence.values())
                                .map(one -> new Choice(key(one), TaskLine.words(one))))
                .toList();
    }

    static String key(Recurrence every) {
        return every.name().toLowerCase(Locale.ROOT);
    }
}
