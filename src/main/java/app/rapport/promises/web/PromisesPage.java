package app.rapport.promises.web;

import app.rapport.promises.model.Promise.Side;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The viewer's promises, one side at a time.
 *
 * @param now need a word now; @param lines the others
 * @param typed what stands in the line for a task
 */
public record PromisesPage(
        String show,
        List<PromiseLine> now,
        List<PromiseLine> lines,
        List<Tab> tabs,
        String typed,
        Wrong wrong)
        implements Page {

    static PromisesPage of(String show, List<PromiseLine> all, String typed, Wrong wrong) {
        boolean settled = show.equals("settled");
        List<PromiseLine> shown = settled ? all : of(side(show), all);
        return new PromisesPage(
                show,
                settled ? List.of() : shown.stream().filter(PromiseLine::risk).toList(),
                settled ? shown : shown.stream().filter(line -> !line.risk()).toList(),
                Stream.of("ours", "theirs", "tasks", "settled")
                        .map(one ->
                                new Tab(
                                        one.substring(0, 1).toUpperCase(Locale.ROOT)
                                                + one.substring(1),
                                        "/promises?show=" + one,
                                        settled || one.equals("settled")
                                                ? -1
                                                : of(side(one), all).size(),
                                        one.equals(show)))
                        .toList(),
                typed,
                wrong);
    }

    private static Side side(String show) {
        return switch (show) {
            case "theirs" -> Side.THEIRS;
            case "tasks" -> Side.TASK;
            default -> Side.OURS;
        };
    }

    private static List<PromiseLine> of(Side side, List<PromiseLine> all) {
        return all.stream().filter(line -> line.promise().side() == side).toList();
    }

    public boolean isEmpty() {
        return now.isEmpty() && lines.isEmpty();
    }

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
