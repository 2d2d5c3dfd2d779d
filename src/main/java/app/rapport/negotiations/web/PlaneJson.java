package app.rapport.negotiations.web;

import app.rapport.bargaining.Span;
import app.rapport.negotiations.Sitting;
import app.rapport.negotiations.model.table.Move;
import app.rapport.negotiations.model.table.Plane;
import app.rapport.negotiations.model.table.Plane.Dot;
import app.rapport.negotiations.model.table.Value;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the table's two drawings show, in points: worth to us, probable worth to them.
 *
 * @param edge the frontier by falling worth to us
 * @param zone the part better than walking away
 * @param leaving what walking away is worth to them, as we believe: from, to
 */
record PlaneJson(
        List<double[]> edge,
        List<double[]> zone,
        double @Nullable [] fair,
        @Nullable Double walkAway,
        @Nullable Double aim,
        double @Nullable [] leaving,
        List<OfferJson> offers,
        @Nullable Long endsOn) {

    /**
     * @param at milliseconds since 1970
     * @param low and {@code high} of what we believe of them
     */
    record OfferJson(
            String name,
            boolean ours,
            long at,
            double worth,
            double likely,
            double low,
            double high) {}

    static PlaneJson of(Sitting sitting) {
        Plane plane = Plane.of(sitting.path(), sitting.valuation());
        return new PlaneJson(
                pairs(plane.edge()),
                pairs(plane.zone()),
                plane.fair().map(PlaneJson::pair).orElse(null),
                plane.walkAway().orElse(null),
                plane.aim().orElse(null),
                plane.leaving().map(PlaneJson::pair).orElse(null),
                sitting.path().stream().map(move -> offer(sitting, move)).toList(),
                sitting.state().endsOn().map(Instant::toEpochMilli).orElse(null));
    }

    private static List<double[]> pairs(List<Dot> dots) {
        return dots.stream().map(PlaneJson::pair).toList();
    }

    private static double[] pair(Dot dot) {
        return new double[] {dot.ours(), dot.theirs()};
    }

    private static double[] pair(Span span) {
        return new double[] {span.low(), span.high()};
    }

    private static OfferJson offer(Sitting sitting, Move move) {
        Value value = sitting.valuation().of(move.standing());
        return new OfferJson(
                TablePage.name(move),
                move.isOurs(),
                move.at().toEpochMilli(),
                value.middle(),
                value.likely(),
                value.theirs().low(),
                value.theirs().high());
    }
}
