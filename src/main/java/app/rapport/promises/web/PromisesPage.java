package app.rapport.promises.web;

import app.rapport.promises.model.Promise.Side;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import java.util.List;

/**
 * The viewer's promises, one side at a time.
 *
 * @param now need a word now
 * @param lines the others
 */
public record PromisesPage(
        String show, List<PromiseLine> now, List<PromiseLine> lines, List<Tab> tabs)
        implements Page {
    private static final int NOT_COUNTED = -1;

    static PromisesPage of(String show, List<PromiseLine> all) {
        boolean settled = show.equals("settled");
        List<PromiseLine> shown = settled ? all : of(side(show), all);
        return new PromisesPage(
                show,
                settled ? List.of() : shown.stream().filter(PromiseLine::risk).toList(),
                settled ? shown : shown.stream().filter(line -> !line.risk()).toList(),
                tabs(
                        show,
                        settled ? NOT_COUNTED : of(Side.OURS, all).size(),
                        settled ? NOT_COUNTED : of(Side.THEIRS, all).size(),
                        NOT_COUNTED));
    }

    /** Of all pages about promises and tasks. */
    static List<Tab> tabs(String current, int ours, int theirs, int tasks) {
        return List.of(
                new Tab("Ours", "/promises?show=ours", ours, current.equals("ours")),
                new Tab("Theirs", "/promises?show=theirs", theirs, current.equals("theirs")),
                new Tab("Tasks", "/tasks", tasks, current.equals("tasks")),
                new Tab(
                        "Settled",
                        "/promises?show=settled",
                        NOT_COUNTED,
                        current.equals("settled")));
    }

    private static Side side(String show) {
        return show.equals("theirs") ? Side.THEIRS : Side.OURS;
    }

    private static List<PromiseLine> of(Side side, List<PromiseLine> all) {
        return all.stream().filter(line -> line.promise().side() == side).toList();
    }

    public boolean isEmpty() {
        return now.isEmpty() && lines.isEmpty();
    }
}
