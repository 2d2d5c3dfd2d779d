package app.rapport.calls.web;

import app.rapport.calls.model.Sensitivity;
import app.rapport.calls.model.Sensitivity.Swing;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/**
 * How much the result hangs on each line, drawn by the server: one bar a line, all on one scale.
 *
 * @param expectedX where the expected result lies, {@code zeroX} where nothing is gained or lost
 * @param finding what one sees
 */
public record TornadoView(List<Bar> bars, double expectedX, double zeroX, String finding) {
    public static final int WIDTH = 600;

    /** From the worst to the best result, and both in words. */
    public record Bar(String name, double worstX, double bestX, String worst, String best) {}

    static TornadoView of(Sensitivity of, DoubleFunction<String> words) {
        double low =
                DoubleStream.concat(
                                DoubleStream.of(0, of.expected()),
                                of.swings().stream().mapToDouble(Swing::worst))
                        .min()
                        .orElse(0);
        double high =
                DoubleStream.concat(
                                DoubleStream.of(0, of.expected()),
                                of.swings().stream().mapToDouble(Swing::best))
                        .max()
                        .orElse(0);
        Scale scale = new Scale(low, Math.max(high - low, 1));
        return new TornadoView(
                of.swings().stream()
                        .map(swing ->
                                new Bar(
                                        swing.name(),
                                        scale.x(swing.worst()),
                                        scale.x(swing.best()),
                                        words.apply(swing.worst()),
                                        words.apply(swing.best())))
                        .toList(),
                scale.x(of.expected()),
                scale.x(0),
                finding(of, words));
    }

    private static String finding(Sensitivity of, DoubleFunction<String> words) {
        if (of.swings().isEmpty())
            return "Nothing is uncertain: each line is one amount, and certain.";
        Swing widest = of.swings().getFirst();
        long losing = of.swings().stream().filter(swing -> swing.worst() < 0).count();
        String most =
                "Most hangs on \"%s\": alone it moves the result from %s to %s."
                        .formatted(
                                widest.name(),
                                words.apply(widest.worst()),
                                words.apply(widest.best()));
        if (of.expected() < 0) return most;
        return most
                + (losing == 0
                        ? " No single line turns it into a loss."
                        : losing == 1
                                ? " That one alone can turn it into a loss."
                                : " " + losing + " lines alone can turn it into a loss.");
    }

    private record Scale(double low, double width) {
        double x(double value) {
            return Double.parseDouble(
                    String.format(Locale.ROOT, "%.1f", 2 + (value - low) / width * (WIDTH - 4)));
        }
    }
}
