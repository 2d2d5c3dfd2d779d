package app.rapport.bargaining;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Where fairness of one kind or another would have two sides meet, of the outcomes that are no
 * worse for either than disagreement:
 *
 * <ul>
 *   <li>Nash: the largest product of gains (Nash 1950, Econometrica 18:155-162);
 *   <li>Kalai and Smorodinsky: the largest smaller share of what each could gain at best (1975,
 *       Econometrica 43:513-518; over finite sets the largest minimum of these shares);
 *   <li>utilitarian: the largest sum (Harsanyi 1955);
 *   <li>egalitarian: the largest smaller gain (Kalai 1977, Econometrica 45:1623-1630).
 * </ul>
 *
 * <p>None of the four falls when both gain, so each is found on the frontier; and whatever
 * dominates an outcome no worse than disagreement is no worse either, so the frontier of these
 * outcomes is the part of the whole frontier that is no worse. Ties go to the larger sum, then to
 * the more even one, then to ours.
 */
public record Solutions(
        Optional<Point> nash,
        Optional<Point> kalaiSmorodinsky,
        Optional<Point> utilitarian,
        Optional<Point> egalitarian) {

    /**
     * From nothing as disagreement. The largest sum and the largest smaller utility are those of
     * all outcomes, also where none is worth something to both.
     */
    public static Solutions fromNothing(Frontier frontier) {
        Zone zone = Zone.from(frontier, 0, 0);
        Zone all = Zone.whole(frontier);
        return new Solutions(
                nash(zone), kalaiSmorodinsky(zone), utilitarian(all), egalitarian(all));
    }

    /** Over the zone of possible agreement, from walking away as disagreement. */
    public static Solutions fromReservations(Frontier frontier) {
        return over(Zone.of(frontier));
    }

    /** Over what is no worse for either than a point that they have already. */
    public static Solutions from(Frontier frontier, Point point) {
        return over(Zone.from(frontier, point.ours(), point.theirs()));
    }

    private static Solutions over(Zone zone) {
        return new Solutions(
                nash(zone), kalaiSmorodinsky(zone), utilitarian(zone), egalitarian(zone));
    }

    private static Optional<Point> nash(Zone zone) {
        return best(zone, i -> zone.gain(i) * zone.gainForThem(i));
    }

    private static Optional<Point> kalaiSmorodinsky(Zone zone) {
        if (zone.isEmpty()) return Optional.empty();
        double ours = zone.gain(zone.first());
        double theirs = zone.gainForThem(zone.last());
        double none = zone.frontier().tolerance();
        return best(
                zone,
                i ->
                        Math.min(
                                share(zone.gain(i), ours, none),
                                share(zone.gainForThem(i), theirs, none)));
    }

    private static Optional<Point> utilitarian(Zone zone) {
        return best(zone, i -> zone.gain(i) + zone.gainForThem(i));
    }

    private static Optional<Point> egalitarian(Zone zone) {
        return best(zone, i -> Math.min(zone.gain(i), zone.gainForThem(i)));
    }

    /** Whoever can gain nothing anyhow has all of it. */
    private static double share(double gain, double most, double none) {
        return most <= none ? 1 : gain / most;
    }

    private static Optional<Point> best(Zone zone, IntToDoubleFunction measure) {
        if (zone.isEmpty()) return Optional.empty();
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = zone.first(); i <= zone.last(); i++)
            highest = Math.max(highest, measure.applyAsDouble(i));
        double tie = Tolerance.TIE * Math.max(1, Math.abs(highest));
        int best = -1;
        for (int i = zone.first(); i <= zone.last(); i++)
            if (measure.applyAsDouble(i) >= highest - tie && (best < 0 || zone.fairer(i, best)))
                best = i;
        return Optional.of(zone.frontier().point(best));
    }
}
