package app.rapport.negotiations.api;

import app.rapport.negotiations.Sitting;
import app.rapport.negotiations.api.NegotiationJson.SpanJson;
import app.rapport.negotiations.model.table.Plane;
import app.rapport.negotiations.model.table.Plane.Dot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the offers stand, in points from 0 to 100.
 *
 * @param frontier by falling worth to us; of very many points some hundred
 * @param zone the part of it that is better than walking away for both
 * @param offers in the order of the table's offers
 * @param fair Nash's point of what is better than walking away for both; null where nothing is
 * @param leaving what walking away is worth to them, as we believe
 */
record TablePlaneJson(
        List<DotJson> frontier,
        List<DotJson> zone,
        List<DotJson> offers,
        @Nullable DotJson fair,
        @Nullable Double walkAway,
        @Nullable Double aim,
        @Nullable SpanJson leaving) {

    /**
     * @param theirs as it is probably worth to them
     */
    record DotJson(double ours, double theirs) {
        static DotJson of(Dot dot) {
            return new DotJson(dot.ours(), dot.theirs());
        }

        static List<DotJson> of(List<Dot> dots) {
            return dots.stream().map(DotJson::of).toList();
        }
    }

    static TablePlaneJson of(Sitting sitting) {
        Plane plane = Plane.of(sitting.path(), sitting.valuation());
        return new TablePlaneJson(
                DotJson.of(plane.edge()),
                DotJson.of(plane.zone()),
                DotJson.of(plane.dots()),
                plane.fair().map(DotJson::of).orElse(null),
                plane.walkAway().orElse(null),
                plane.aim().orElse(null),
                plane.leaving().map(SpanJson::of).orElse(null));
    }
}
