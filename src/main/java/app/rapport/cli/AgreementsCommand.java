package app.rapport.cli;

import app.rapport.bargaining.Division;
import app.rapport.bargaining.Frontier;
import app.rapport.bargaining.Point;
import app.rapport.bargaining.Solutions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "agreements",
        mixinStandardHelpOptions = true,
        description = {
            "What divisions of pieces came to, and whether both could have had more.",
            "Reads JSON Lines {\"id\",\"items\",\"ours\",\"theirs\",\"taken\":{\"ours\",\"theirs\"}}:"
                    + " how many pieces of a kind there are, points for each, and who took how many."
        })
final class AgreementsCommand implements Callable<Integer> {
    private static final int MOST_PIECES = 100_000;
    private static final int MOST_KINDS = 1_000;
    private static final long MOST_IN_ALL = 1_000_000;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("-");

    @SuppressWarnings("unused")
    @Mixin
    private final JsonAlways json = new JsonAlways();

    @Override
    public Integer call() throws IOException {
        JsonLines.each(file, AgreementsCommand::judged);
        return 0;
    }

    private static String judged(String line, int number) {
        ObjectNode result = JsonLine.JSON.createObjectNode();
        try {
            JsonNode row = JsonLine.JSON.readTree(line);
            result.set("id", row.get("id"));
            judge(row, result);
        } catch (JacksonException e) {
            String why = line.length() < JsonLines.LONGEST ? "this is no JSON" : JsonLines.TOO_LONG;
            result.put("error", "line " + number + ": " + why);
        } catch (Failure e) {
            result.put("error", "line " + number + ": " + e.getMessage());
        }
        return JsonLine.of(result);
    }

    private static void judge(JsonNode row, ObjectNode result) {
        List<String> kinds = List.copyOf(row.path("items").propertyNames());
        if (kinds.isEmpty()) throw new Failure("there are no items");
        if (kinds.size() > MOST_KINDS) throw new Failure("more than 1,000 kinds of items");
        List<Integer> pieces = whole(row.path("items"), kinds, "items");
        if (pieces.stream().mapToLong(n -> n).sum() > MOST_IN_ALL)
            throw new Failure("more than 1,000,000 pieces in all");
        List<Double> ours = points(row.path("ours"), kinds, pieces, "ours");
        List<Double> theirs = points(row.path("theirs"), kinds, pieces, "theirs");
        List<Integer> we = whole(row.path("taken").path("ours"), kinds, "taken, ours");
        List<Integer> they = whole(row.path("taken").path("theirs"), kinds, "taken, theirs");
        for (int i = 0; i < kinds.size(); i++)
            if (we.get(i) + they.get(i) > pieces.get(i))
                throw new Failure("more " + kinds.get(i) + " was taken than there is");
        Frontier frontier = new Division(pieces, ours, theirs).frontier();
        double a = Division.points(we, ours);
        double b = Division.points(they, theirs);
        Solutions solutions = Solutions.fromNothing(frontier);
        put(result, "ours", a);
        put(result, "theirs", b);
        result.put("paretoOptimal", frontier.holds(a, b));
        Point best = solutions.utilitarian().orElseThrow();
        put(result, "jointBest", best.ours() + best.theirs());
        ObjectNode nash = result.putObject("nash");
        Point point = solutions.nash().orElseThrow();
        put(nash, "ours", point.ours());
        put(nash, "theirs", point.theirs());
    }

    /** Points are mostly whole, and read better so. */
    private static void put(ObjectNode node, String field, double points) {
        double rounded = JsonLine.rounded(points, 1e9);
        if (rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15)
            node.put(field, (long) rounded);
        else node.put(field, rounded);
    }

    /** What is not named is none; of a kind that is not there none can be taken. */
    private static List<Integer> whole(JsonNode counts, List<String> kinds, String what) {
        for (String kind : counts.propertyNames())
            if (!kinds.contains(kind) && number(counts.path(kind)) != 0)
                throw new Failure(what + ": there is no " + kind);
        return kinds.stream()
                .map(kind -> {
                    JsonNode count = counts.path(kind);
                    if (count.isMissingNode() || count.isNull()) return 0;
                    double n = number(count);
                    if (!(n >= 0 && n <= MOST_PIECES && n == Math.rint(n)))
                        throw new Failure(what + ": " + kind + " is no number of pieces");
                    return (int) n;
                })
                .toList();
    }

    /** Of what there is no piece, nobody has to say what it is worth. */
    private static List<Double> points(
            JsonNode points, List<String> kinds, List<Integer> pieces, String what) {
        List<Double> each = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            double worth = number(points.path(kinds.get(i)));
            if (!Double.isFinite(worth) && pieces.get(i) > 0)
                throw new Failure(what + ": no points for " + kinds.get(i));
            each.add(Double.isFinite(worth) ? worth : 0);
        }
        return each;
    }

    /** Also one that is written as text; none is not a number. */
    private static double number(JsonNode node) {
        if (node.isNumber()) return node.doubleValue();
        try {
            return Double.parseDouble(node.asString(""));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
