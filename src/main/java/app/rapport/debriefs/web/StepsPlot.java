package app.rapport.debriefs.web;

import app.rapport.debriefs.model.Figures;
import app.rapport.debriefs.model.Figures.Step;
import java.util.List;
import java.util.Locale;

/**
 * Concessions over the time of a table: ours above the line, theirs below, each as high as what it
 * cost whoever made it.
 */
public record StepsPlot(List<Bar> bars, String finding) {
    private static final double MIDDLE = 30;
    private static final double HEIGHT = 26;

    public record Bar(double x, double y, double height, boolean ours) {}

    static StepsPlot of(Figures figures) {
        List<Step> given = figures.steps().stream().filter(step -> step.cost() > 0).toList();
        double most = given.stream().mapToDouble(Step::cost).max().orElse(1);
        double last = given.isEmpty() ? 1 : Math.max(1, given.getLast().after().toSeconds());
        return new StepsPlot(
                given.stream().map(step -> bar(step, most, last)).toList(),
                "You gave %d points in %d steps and got %d in %d."
                        .formatted(
                                Math.round(figures.gave()),
                                given.stream().filter(Step::ours).count(),
                                Math.round(figures.got()),
                                given.stream().filter(step -> !step.ours()).count()));
    }

    private static Bar bar(Step step, double most, double last) {
        double height = Math.max(1, step.cost() / most * HEIGHT);
        return new Bar(
                round(1 + step.after().toSeconds() / last * 96),
                round(step.ours() ? MIDDLE - height : MIDDLE),
                round(height),
                step.ours());
    }

    private static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", value));
    }
}
