package app.rapport.negotiations.model.table;

import app.rapport.kernel.MemberId;
import app.rapport.negotiations.model.table.Offer.Below;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * Under the walk-away nothing is said and nothing accepted without a written reason and a second
 * person who agrees; who is alone agrees after a pause. The limit was set in calm, and is not moved
 * in the heat (escalation of commitment: Staw 1976; Bazerman and Neale 1992, chapter 2).
 */
public final class WalkAwayGate {
    private WalkAwayGate() {}

    /**
     * Whether a package of ours needs a reason: it is surely worth less than all that was allowed.
     */
    public static boolean bars(Map<UUID, String> choices, List<Move> path, Valuation valuation) {
        OptionalDouble floor = floor(path, valuation);
        return floor.isPresent() && valuation.ours(choices).high() < floor.getAsDouble() - 1e-9;
    }

    /** The walk-away, or what a second person agreed to below it. */
    private static OptionalDouble floor(List<Move> path, Valuation valuation) {
        OptionalDouble walkAway = valuation.walkAway();
        if (walkAway.isEmpty()) return walkAway;
        double lowest =
                path.stream()
                        .filter(move -> move.offer().below().flatMap(Below::seen).isPresent())
                        .mapToDouble(move -> valuation.ours(move.standing()).high())
                        .min()
                        .orElse(walkAway.getAsDouble());
        return OptionalDouble.of(Math.min(lowest, walkAway.getAsDouble()));
    }

    /**
     * Whether that member may agree to an offer that waits.
     *
     * @param alone whether nobody else works in the workspace
     */
    public static boolean mayAgree(Offer offer, MemberId member, boolean alone, Instant now) {
        if (!offer.waits()) return false;
        if (!alone) return !offer.noted().equals(member);
        return Duration.between(offer.at(), now).compareTo(TableState.BREAK) >= 0;
    }
}
