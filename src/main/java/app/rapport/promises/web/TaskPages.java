package app.rapport.promises.web;

import app.rapport.access.House;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.promises.Places;
import app.rapport.promises.Tasks;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Lane;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Whose;
import app.rapport.promises.web.TasksPage.Board;
import app.rapport.promises.web.TasksPage.Column;
import app.rapport.promises.web.TasksPage.Content;
import app.rapport.promises.web.TasksPage.Day;
import app.rapport.promises.web.TasksPage.Lines;
import app.rapport.promises.web.TasksPage.Shape;
import app.rapport.promises.web.TasksPage.Week;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the pages of tasks out of what is asked for. */
@Component
class TaskPages {
    private static final int ON_A_PAGE = 50;

    private final Tasks tasks;
    private final House house;
    private final Clock clock;

    TaskPages(Tasks tasks, House house, Clock clock) {
        this.tasks = tasks;
        this.house = house;
        this.clock = clock;
    }

    /**
     * @param from the place in a list, or the day of a week; empty for the first
     * @param moved the task that has the focus
     */
    record Asked(Shape shape, String from, String moved, String typed, Wrong wrong) {}

    TasksPage page(Viewer viewer, Asked asked) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        Map<Lane, Integer> counts = tasks.counts(viewer);
        int open =
                counts.entrySet().stream()
                        .filter(one -> one.getKey() != Lane.DONE)
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        return new TasksPage(
                asked.shape(),
                PromisesPage.tabs("tasks", -1, -1, open),
                views(asked.shape()),
                asked.typed(),
                asked.wrong(),
                counts.getOrDefault(Lane.LATE, 0),
                Arrays.stream(Lane.values()).filter(lane -> lane.isOpenOn(today)).toList(),
                content(viewer, asked, counts, today));
    }

    private static List<Tab> views(Shape current) {
        return List.of(
                new Tab("List", "/tasks?view=list", -1, current == Shape.LIST),
                new Tab("Week", "/tasks?view=week", -1, current == Shape.WEEK),
                new Tab("Board", "/tasks?view=board", -1, current == Shape.BOARD),
                new Tab("Given to others", "/tasks?view=given", -1, current == Shape.GIVEN),
                new Tab("Done", "/tasks?view=done", -1, current == Shape.DONE));
    }

    private Content content(
            Viewer viewer, Asked asked, Map<Lane, Integer> counts, LocalDate today) {
        Lining lining = new Lining(viewer, clock.instant(), house.members(viewer), asked.moved());
        return switch (asked.shape()) {
            case LIST -> open(lining, Whose.MINE, asked.from());
            case GIVEN -> open(lining, Whose.GIVEN, asked.from());
            case DONE ->
                    new Lines(lining.of(tasks.settled(viewer, 2 * ON_A_PAGE)), Optional.empty());
            case WEEK -> week(lining, monday(asked.from(), today), today);
            case BOARD -> board(lining, counts);
        };
    }

    private record Lining(Viewer viewer, Instant now, Map<MemberId, String> members, String moved) {
        List<TaskLine> of(List<Promise> tasks) {
            return tasks.stream()
                    .map(one -> TaskLine.of(one, viewer, now, members, moved))
                    .toList();
        }
    }

    private Lines open(Lining lining, Whose whose, String from) {
        List<Promise> found = tasks.open(lining.viewer(), whose, Places.read(from), ON_A_PAGE + 1);
        List<Promise> shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        Optional<String> next =
                found.size() > ON_A_PAGE
                        ? Optional.of(Places.text(shown.getLast()))
                        : Optional.empty();
        return new Lines(lining.of(shown), next);
    }

    private static LocalDate monday(String from, LocalDate today) {
        LocalDate day = today;
        try {
            if (!from.isEmpty()) day = LocalDate.parse(from);
        } catch (DateTimeParseException e) {
            day = today;
        }
        boolean usable = new Deadline(day, Optional.empty()).isUsable();
        return (usable ? day : today).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private Week week(Lining lining, LocalDate monday, LocalDate today) {
        List<TaskLine> lines = lining.of(tasks.week(lining.viewer(), monday));
        List<Day> days =
                monday.datesUntil(monday.plusDays(7))
                        .map(day ->
                                new Day(
                                        day,
                                        day.equals(today),
                                        lines.stream()
                                                .filter(line -> line.day().equals(day))
                                                .toList()))
                        .toList();
        return new Week(monday, monday.minusDays(7), monday.plusDays(7), days);
    }

    private Board board(Lining lining, Map<Lane, Integer> counts) {
        Map<Lane, List<Promise>> lanes = tasks.lanes(lining.viewer());
        return new Board(
                Arrays.stream(Lane.values())
                        .map(lane ->
                                new Column(
                                        lane,
                                        counts.getOrDefault(lane, 0),
                                        lining.of(lanes.getOrDefault(lane, List.of()))))
                        .toList());
    }
}
