package app.rapport.experience.web;

import app.rapport.experience.model.Occasion;
import app.rapport.experience.model.TouchPoint;
import app.rapport.ui.Numbers;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Times;
import app.rapport.ui.Wrong;
import java.util.List;

/**
 * The audit of the points where customers meet us.
 *
 * @param typed the name that was refused
 */
public record TouchPointsPage(
        List<TouchPoint> points,
        List<TouchPoint.Retired> retired,
        List<Tab> tabs,
        String typed,
        Wrong wrong)
        implements Page {
    public long due(Times times) {
        return points.stream().filter(point -> point.isDue(times.now(), times.zone())).count();
    }

    public static String caused(TouchPoint point) {
        if (point.caused().entries() == 0) return "no entry in a year";
        return Numbers.of(point.caused().entries(), "entry", "entries")
                + " in a year, "
                + Points.whole(point.caused().points());
    }

    public List<Occasion> occasions() {
        return List.of(Occasion.values());
    }

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
