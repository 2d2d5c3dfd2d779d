package app.rapport.cli;

import app.rapport.bargaining.Frontier;
import app.rapport.bargaining.Point;
import app.rapport.bargaining.Solutions;
import app.rapport.bargaining.Zone;
import java.io.PrintStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code analyse negotiation} says of one negotiation. */
final class NegotiationLine {
    /** Digits beyond these are those of adding doubles, not of the scenario. */
    private static final double PLACES = 1e12;

    private final int row;
    private final boolean sure;
    private final Frontier frontier;
    private final Solutions solutions;
    private final Optional<Solutions> aboveReservation;
    private final Zone zone;

    NegotiationLine(int row, Frontier frontier, boolean sure) {
        this.row = row;
        this.sure = sure;
        this.frontier = frontier;
        this.solutions = Solutions.fromNothing(frontier);
        this.zone = Zone.of(frontier);
        this.aboveReservation =
                frontier.negotiation().hasReservations()
                        ? Optional.of(Solutions.fromReservations(frontier))
                        : Optional.empty();
    }

    static String failed(int row, String why) {
        ObjectNode line = JsonLine.JSON.createObjectNode();
        line.put("row", row);
        line.put("error", why);
        return JsonLine.of(line);
    }

    /** Point by point: a frontier may be longer than one would keep in memory as text. */
    void print(PrintStream out, double millis) {
        ObjectNode head = JsonLine.JSON.createObjectNode();
        head.put("row", row);
        head.put("outcomes", frontier.negotiation().domain().outcomes());
        String open = JsonLine.of(head);
        out.print(open.substring(0, open.length() - 1));
        out.print(",\"frontier\":[");
        for (int i = 0; i < frontier.size(); i++) {
            if (i > 0) out.print(',');
            out.print(JsonLine.of(json(frontier.point(i))));
        }
        out.print("],");
        out.println(JsonLine.of(rest(millis)).substring(1));
    }

    private ObjectNode rest(double millis) {
        ObjectNode line = JsonLine.JSON.createObjectNode();
        put(line, solutions);
        line.set("aboveReservation", aboveReservation.map(this::json).orElse(null));
        line.put("zoneEmpty", aboveReservation.isPresent() && zone.isEmpty());
        line.put("exact", frontier.exact());
        if (!frontier.exact()) line.put("guarantee", frontier.guarantee());
        if (!sure) line.put("guessed", true);
        line.put("millis", JsonLine.rounded(millis, 1e3));
        line.putNull("error");
        return line;
    }

    private ObjectNode json(Solutions of) {
        ObjectNode node = JsonLine.JSON.createObjectNode();
        put(node, of);
        return node;
    }

    private void put(ObjectNode node, Solutions of) {
        node.set("nash", json(of.nash()));
        node.set("kalaiSmorodinsky", json(of.kalaiSmorodinsky()));
        node.set("utilitarian", json(of.utilitarian()));
        node.set("egalitarian", json(of.egalitarian()));
    }

    private @Nullable JsonNode json(Optional<Point> point) {
        return point.map(this::json).orElse(null);
    }

    private ObjectNode json(Point point) {
        ObjectNode node = JsonLine.JSON.createObjectNode();
        ObjectNode outcome = node.putObject("outcome");
        frontier.negotiation().domain().words(point.outcome()).forEach(outcome::put);
        node.put("ours", JsonLine.rounded(point.ours(), PLACES));
        node.put("theirs", JsonLine.rounded(point.theirs(), PLACES));
        return node;
    }
}
