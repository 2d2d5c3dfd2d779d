package app.rapport.negotiations.model.table;

import app.rapport.bargaining.Frontier;
import app.rapport.bargaining.Negotiation;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Point;
import app.rapport.bargaining.Solutions;
import app.rapport.bargaining.course.Turn.Side;
import app.rapport.bargaining.offers.Packages;
import app.rapport.bargaining.offers.Settlement;
import app.rapport.negotiations.model.PlanIssue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a deadlock leaves open: packages that nobody has named, a compromise with its cost, the
 * question that tests our reading, and ways for either to move and keep face (Brown 1977,
 * Face-saving and face-restoration in negotiation; Fisher and Ury 1981, "build them a golden
 * bridge").
 *
 * @param unnamed none of which was on the table
 * @param compromise empty where nothing is better than walking away for both
 */
public record WaysOut(
        List<WayOut> unnamed,
        Optional<WayOut> compromise,
        String question,
        String ourWay,
        String theirWay) {
    private static final double NOTHING = 1e-9;

    public static WaysOut of(List<Move> path, Valuation valuation) {
        Finder finder = new Finder(path, valuation);
        return new WaysOut(
                finder.unnamed(),
                finder.compromise(),
                question(valuation),
                ourWay(valuation),
                theirWay(path, valuation));
    }

    private record Finder(List<Move> path, Valuation valuation) {
        private Optional<Outcome> standing(Side side) {
            return path.stream()
                    .filter(move -> move.by() == side)
                    .reduce((_, later) -> later)
                    .flatMap(move -> valuation.outcome(move.standing()));
        }

        private List<WayOut> unnamed() {
            Frontier frontier = valuation.frontier();
            List<WayOut> found = new ArrayList<>();
            standing(Side.OURS)
                    .ifPresent(ours -> {
                        bestForThem(frontier, ours).ifPresent(found::add);
                        bestForUs(ours, "Better for you, no loss to them").ifPresent(found::add);
                        found.add(settled(frontier, ours, "Better for both than your offer"));
                    });
            standing(Side.THEIRS)
                    .ifPresent(theirs ->
                            found.add(
                                    settled(frontier, theirs, "Better for both than their offer")));
            return fresh(found);
        }

        private Optional<WayOut> bestForThem(Frontier frontier, Outcome ours) {
            double worth = valuation.negotiation().ours().of(ours);
            return new Packages(frontier)
                    .worth(worth, 1).stream()
                            .findFirst()
                            .map(point -> way("Best for them, no loss to you", point));
        }

        /** The same with the sides exchanged. */
        @SuppressWarnings("ArgumentSelectionDefectChecker") // that is what is meant
        private Optional<WayOut> bestForUs(Outcome ours, String why) {
            Negotiation negotiation = valuation.negotiation();
            Negotiation turned =
                    new Negotiation(negotiation.domain(), negotiation.theirs(), negotiation.ours());
            double worth = negotiation.theirs().of(ours);
            return new Packages(turned)
                    .worth(worth, 1).stream()
                            .findFirst()
                            .map(point -> way(why, negotiation.point(point.outcome())));
        }

        private WayOut settled(Frontier frontier, Outcome from, String why) {
            return way(why, Settlement.of(frontier, from).better());
        }

        private Optional<WayOut> compromise() {
            return Solutions.fromReservations(valuation.frontier())
                    .kalaiSmorodinsky()
                    .map(point -> way("Each gains the same share of what could be gained", point));
        }

        private WayOut way(String why, Point point) {
            Negotiation negotiation = valuation.negotiation();
            Optional<Outcome> ours = standing(Side.OURS);
            return new WayOut(
                    why,
                    point.outcome(),
                    valuation.of(point.outcome()),
                    100 * (point.ours() - ours.map(negotiation.ours()::of).orElse(point.ours())),
                    100
                            * (point.theirs()
                                    - ours.map(negotiation.theirs()::of).orElse(point.theirs())));
        }

        /** Without what was on the table, and each once. */
        private List<WayOut> fresh(List<WayOut> found) {
            Set<Outcome> named = new HashSet<>();
            path.forEach(move -> valuation.outcome(move.standing()).ifPresent(named::add));
            return found.stream().filter(way -> named.add(way.outcome())).toList();
        }
    }

    /** Says what we take to matter most and least to them. */
    private static String question(Valuation valuation) {
        Optional<PlanIssue> most = weighing(valuation, Side.THEIRS, true);
        Optional<PlanIssue> least = weighing(valuation, Side.THEIRS, false);
        return most.isEmpty() || most.equals(least)
                ? "“What would have to be true for you to say yes?”"
                : "“I take it that %s decides it for you, and that %s could be found either way. Where am I wrong?”"
                        .formatted(most.get().name(), least.get().name());
    }

    private static Optional<PlanIssue> weighing(Valuation valuation, Side side, boolean most) {
        Comparator<PlanIssue> byWeight =
                Comparator.comparingDouble(issue -> valuation.weight(side, issue.id()));
        return valuation.plan().issues().stream().max(most ? byWeight : byWeight.reversed());
    }

    private static String ourWay(Valuation valuation) {
        return weighing(valuation, Side.OURS, true)
                .map(issue ->
                        "“What you told us of your needs is new to us. It lets us look at the rest again, as long as %s holds.”"
                                .formatted(issue.name()))
                .orElse("");
    }

    /** Where they stood and did not move is where they would lose face. */
    private static String theirWay(List<Move> path, Valuation valuation) {
        return valuation.plan().issues().stream()
                .filter(issue -> valuation.weight(Side.OURS, issue.id()) > NOTHING)
                .filter(issue -> neverMoved(path, issue))
                .findFirst()
                .map(issue ->
                        "“Your %s was right for what was on the table then. With something new on it, nobody gives in who looks at it again.”"
                                .formatted(issue.name()))
                .orElse(
                        "“Much has changed since your first offer. Whoever moves now does so for a reason.”");
    }

    private static boolean neverMoved(List<Move> path, PlanIssue issue) {
        List<Move> theirs = path.stream().filter(move -> move.by() == Side.THEIRS).toList();
        return theirs.size() > 1
                && theirs.stream().skip(1).noneMatch(move -> move.changed().contains(issue.id()));
    }
}
