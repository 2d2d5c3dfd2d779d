package app.rapport.bargaining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;

/** A frontier and the solutions on it, held against all outcomes and the definitions. */
public final class Held {
    private static final Offset<Double> SAME = within(1e-8);

    private Held() {}

    public static void against(Enumeration all, Frontier frontier) {
        List<double[]> truth = all.frontier();
        assertThat(frontier.points()).hasSameSizeAs(truth);
        for (int i = 0; i < truth.size(); i++) {
            assertThat(frontier.point(i).ours()).isCloseTo(truth.get(i)[0], SAME);
            assertThat(frontier.point(i).theirs()).isCloseTo(truth.get(i)[1], SAME);
        }
        solutions(all.points(), Solutions.fromNothing(frontier), 0, 0);
        Negotiation of = frontier.negotiation();
        double ours = of.ours().reservation().orElse(0);
        double theirs = of.theirs().reservation().orElse(0);
        List<Point> zone = all.noWorseThan(ours, theirs);
        assertThat(Zone.of(frontier).isEmpty()).isEqualTo(zone.isEmpty());
        if (zone.isEmpty())
            assertThat(Solutions.fromReservations(frontier).utilitarian()).isEmpty();
        else solutions(zone, Solutions.fromReservations(frontier), ours, theirs);
    }

    private static void solutions(List<Point> of, Solutions found, double ours, double theirs) {
        double mostForUs = Enumeration.most(of, Point::ours) - ours;
        double mostForThem = Enumeration.most(of, Point::theirs) - theirs;
        same(of, found.utilitarian(), p -> p.ours() + p.theirs());
        same(of, found.egalitarian(), p -> Math.min(p.ours() - ours, p.theirs() - theirs));
        same(of, found.nash(), p -> (p.ours() - ours) * (p.theirs() - theirs));
        if (mostForUs > 1e-9 && mostForThem > 1e-9)
            same(
                    of,
                    found.kalaiSmorodinsky(),
                    p ->
                            Math.min(
                                    (p.ours() - ours) / mostForUs,
                                    (p.theirs() - theirs) / mostForThem));
    }

    private static void same(
            List<Point> of, Optional<Point> found, ToDoubleFunction<Point> measure) {
        assertThat(measure.applyAsDouble(found.orElseThrow()))
                .isCloseTo(Enumeration.most(of, measure), SAME);
    }
}
