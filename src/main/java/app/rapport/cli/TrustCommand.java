package app.rapport.cli;

import app.rapport.promises.model.Rating;
import app.rapport.promises.model.RatingForecast;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "trust",
        mixinStandardHelpOptions = true,
        description = {
            "For each row of a CSV file rater, ratee, rating -10..10, time in epoch seconds: the",
            "chance that the rating is positive, from the rows before it: {\"row\",\"positive\"} a line."
        })
final class TrustCommand implements Callable<Integer> {
    /** Beyond these, seconds are no time that a calendar has. */
    private static final double LATEST = 1e11;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("-");

    @SuppressWarnings("unused")
    @Mixin
    private final JsonAlways json = new JsonAlways();

    private final PrintStream out = Stdout.result();
    private final RatingForecast forecast = new RatingForecast();
    private boolean first = true;
    private int row;

    @Override
    public Integer call() throws IOException {
        CsvTable.eachRecord(file, this::judged);
        out.flush();
        return 0;
    }

    private void judged(List<String> cells, long line) {
        boolean heads = first && number(cells, 2).isEmpty() && number(cells, 3).isEmpty();
        first = false;
        if (heads && cells.size() > 3) return;
        Rating rating = rating(line, cells);
        double positive = forecast.positive(rating.rater(), rating.ratee(), rating.at());
        out.println("{\"row\":" + ++row + ",\"positive\":" + JsonLine.rounded(positive, 1e6) + "}");
        forecast.learn(rating);
    }

    private Rating rating(long line, List<String> cells) {
        if (cells.size() < 4)
            throw wrong(line, "there are " + cells.size() + " columns where four are wanted");
        if (cells.get(0).isEmpty() || cells.get(1).isEmpty())
            throw wrong(line, "rater or ratee is missing");
        double value = number(cells, 2).orElse(Double.NaN);
        if (value != Math.rint(value) || Math.abs(value) > 10)
            throw wrong(line, "the rating " + cells.get(2) + " is no whole number from -10 to 10");
        double seconds = number(cells, 3).orElse(Double.NaN);
        if (!(Math.abs(seconds) < LATEST))
            throw wrong(line, "the time " + cells.get(3) + " is no number of seconds");
        Instant at = Instant.ofEpochMilli(Math.round(seconds * 1000));
        return new Rating(cells.get(0), cells.get(1), (int) value, at);
    }

    private Failure wrong(long line, String what) {
        out.flush();
        return new Failure(file + ", line " + line + ": " + what);
    }

    private static OptionalDouble number(List<String> cells, int column) {
        try {
            return column < cells.size()
                    ? OptionalDouble.of(Double.parseDouble(cells.get(column)))
                    : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
