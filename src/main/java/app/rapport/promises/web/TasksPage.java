package app.rapport.promises.web;

import app.rapport.promises.model.Lane;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The viewer's tasks as a list, a week or a board.
 *
 * @param tabs of promises and tasks; {@code views} of tasks
 * @param typed what stands in the line for a new one
 * @param late how many are past their day
 * @param goals lanes that a task can be moved to
 */
public record TasksPage(
        Shape shape,
        List<Tab> tabs,
        List<Tab> views,
        String typed,
        Wrong wrong,
        int late,
        List<Lane> goals,
        Content content)
        implements Page {

    public enum Shape {
        LIST,
        WEEK,
        BOARD,
        GIVEN,
        DONE;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public sealed interface Content {}

    /**
     * @param next where the next page begins
     */
    public record Lines(List<TaskLine> lines, Optional<String> next) implements Content {}

    /**
     * @param before the Monday before
     * @param after the one after
     */
    public record Week(LocalDate monday, LocalDate before, LocalDate after, List<Day> days)
            implements Content {}

    public record Day(LocalDate day, boolean isToday, List<TaskLine> lines) {}

    public record Board(List<Column> columns) implements Content {}

    /**
     * @param count of all in it, of which the first are shown
     */
    public record Column(Lane lane, int count, List<TaskLine> lines) {
        public int hidden() {
            return count - lines.size();
        }
    }

    /** Where a form comes back to. */
    public String view() {
        return shape.key();
    }

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
