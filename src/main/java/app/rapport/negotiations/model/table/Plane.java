package app.rapport.negotiations.model.table;

import app.rapport.bargaining.Frontier;
import app.rapport.bargaining.Point;
import app.rapport.bargaining.Solutions;
import app.rapport.bargaining.Span;
import app.rapport.bargaining.course.Turn;
import app.rapport.bargaining.course.Turn.Side;
import app.rapport.negotiations.model.Alternative;
import app.rapport.negotiations.model.Section;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the offers stand: both utilities with the frontier, and the course of both sides over time.
 * All in points.
 *
 * @param fair Nash's point of the outcomes better than walking away for both
 * @param leaving what walking away is worth to them, as we believe
 */
public record Plane(
        Frontier frontier,
        List<Dot> dots,
        Optional<Dot> fair,
        Optional<Double> walkAway,
        Optional<Double> aim,
        Optional<Span> leaving) {
    private static final int DRAWN = 300;

    /** A package in the plane. */
    public record Dot(double ours, double theirs) {
        static Dot of(Point point) {
            return new Dot(100 * point.ours(), 100 * point.theirs());
        }
    }

    public static Plane of(List<Move> path, Valuation valuation) {
        Frontier frontier = valuation.frontier();
        return new Plane(
                frontier,
                path.stream()
                        .map(move -> valuation.of(move.standing()))
                        .map(value -> new Dot(value.middle(), value.likely()))
                        .toList(),
                Solutions.fromReservations(frontier).nash().map(Dot::of),
                valuation.plan().walkAway().map(Number::doubleValue),
                valuation.aim(),
                valuation
                        .plan()
                        .best(Section.Side.THEM)
                        .flatMap(Alternative::worth)
                        .map(range ->
                                new Span(range.low().doubleValue(), range.high().doubleValue())));
    }

    /** The frontier by falling worth to us; of very many points some hundred. */
    public List<Dot> edge() {
        List<Dot> edge = new ArrayList<>();
        int last = frontier.size() - 1;
        int step = Math.max(1, frontier.size() / DRAWN);
        for (int at = 0; at <= last; at += step) edge.add(dot(at));
        if (last % step != 0) edge.add(dot(last));
        return edge;
    }

    private Dot dot(int at) {
        return new Dot(100 * frontier.ours(at), 100 * frontier.theirs(at));
    }

    /** The part of it that is better than walking away for both. */
    public List<Dot> zone() {
        double ours = walkAway.orElse(0.0);
        double theirs = leaving.map(Span::middle).orElse(0.0);
        return edge().stream().filter(dot -> dot.ours() >= ours && dot.theirs() >= theirs).toList();
    }

    /** The path as the engine reads it: utilities of 1, time from the first offer to the end. */
    public static List<Turn> turns(List<Move> path, Valuation valuation, Optional<Instant> end) {
        if (path.isEmpty()) return List.of();
        Instant first = path.getFirst().at();
        Instant last = path.getLast().at();
        double span = seconds(first, end.filter(last::isBefore).orElse(last));
        return path.stream()
                .map(move -> {
                    Value value = valuation.of(move.standing());
                    double ours = value.middle() / 100;
                    double theirs = value.likely() / 100;
                    return new Turn(
                            move.by(),
                            span == 0 ? 0 : seconds(first, move.at()) / span,
                            move.by() == Side.OURS ? ours : theirs,
                            move.by() == Side.OURS ? theirs : ours);
                })
                .toList();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
