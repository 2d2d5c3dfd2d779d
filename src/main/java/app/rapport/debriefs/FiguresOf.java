package app.rapport.debriefs;

import app.rapport.bargaining.Frontier;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Point;
import app.rapport.bargaining.Solutions;
import app.rapport.bargaining.course.Concessions;
import app.rapport.bargaining.course.Reading;
import app.rapport.bargaining.course.Turn;
import app.rapport.bargaining.offers.Settlement;
import app.rapport.debriefs.model.Figures;
import app.rapport.debriefs.model.Figures.Left;
import app.rapport.debriefs.model.Figures.Opening;
import app.rapport.debriefs.model.Figures.Step;
import app.rapport.negotiations.Sitting;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.table.Agreement;
import app.rapport.negotiations.model.table.Concession;
import app.rapport.negotiations.model.table.Ending;
import app.rapport.negotiations.model.table.Move;
import app.rapport.negotiations.model.table.Plane;
import app.rapport.negotiations.model.table.Valuation;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What came of a table, by what was believed of them at its end. */
final class FiguresOf {
    private static final double SAME = 1e-9;

    private final Sitting sitting;
    private final Plan plan;
    private final Valuation valuation;
    private final Frontier frontier;

    private FiguresOf(Sitting sitting) {
        this.sitting = sitting;
        this.plan = sitting.plan();
        this.valuation = sitting.valuation();
        this.frontier = valuation.frontier();
    }

    static Figures of(Sitting sitting, Ending ending) {
        return new FiguresOf(sitting).read(ending);
    }

    private Figures read(Ending ending) {
        Optional<Agreement> agreement = sitting.agreement();
        Reading reading =
                new Reading(Plane.turns(sitting.path(), valuation, Optional.of(ending.at())));
        return new Figures(
                agreement.isPresent(),
                ending.at(),
                agreement.map(one -> one.value().middle()),
                agreement.map(one -> one.value().likely()),
                plan.walkAway().map(Number::doubleValue),
                valuation.outcome(plan.proposal()).map(one -> valuation.of(one).middle()),
                valuation.aim(),
                first(),
                agreement.flatMap(one -> valuation.outcome(one.terms())).map(this::left),
                Solutions.fromReservations(frontier).nash().isPresent(),
                words(reading.of(Turn.Side.OURS)),
                words(reading.of(Turn.Side.THEIRS)),
                steps());
    }

    private static String words(Concessions course) {
        return switch (course) {
            case BOULWARE -> "late and little (Boulware)";
            case LINEAR -> "evenly";
            case CONCEDER -> "early and much (conceder)";
            case TIT_FOR_TAT -> "as the other side did (tit for tat)";
            case NONE -> "nothing was given";
            case UNKNOWN -> "";
        };
    }

    private Optional<Opening> first() {
        return sitting.path().stream()
                .filter(Move::isOurs)
                .findFirst()
                .filter(move -> valuation.outcome(move.standing()).isPresent())
                .map(move ->
                        new Opening(move.offer().noted(), valuation.of(move.standing()).middle()));
    }

    private Left left(Outcome agreed) {
        Settlement settlement = Settlement.of(frontier, agreed);
        return new Left(
                100 * alone(settlement.agreed()),
                100 * settlement.ours(),
                100 * settlement.theirs(),
                settlement.joint() > SAME ? options(settlement.better()) : Map.of());
    }

    /** The most for us where they have no less than now. */
    private double alone(Point agreed) {
        double most = agreed.ours();
        for (int at = 0; at < frontier.size(); at++)
            if (frontier.theirs(at) >= agreed.theirs() - SAME)
                most = Math.max(most, frontier.ours(at));
        return most - agreed.ours();
    }

    private Map<String, String> options(Point point) {
        return frontier.negotiation().domain().words(point.outcome());
    }

    private List<Step> steps() {
        if (sitting.path().isEmpty()) return List.of();
        Instant first = sitting.path().getFirst().at();
        return sitting.ledger().entries().stream().map(one -> step(one, first)).toList();
    }

    private Step step(Concession one, Instant first) {
        return new Step(
                one.move().isOurs(),
                one.move().offer().noted(),
                one.move().at(),
                Duration.between(first, one.move().at()),
                changed(one.move()),
                one.cost(),
                one.gift(),
                one.back(),
                one.move().changed().size());
    }

    /** "Price 105 to 100, Term 60 days": what a move changed. */
    private String changed(Move move) {
        return plan.issues().stream()
                .filter(issue -> move.changed().contains(issue.id()))
                .map(issue -> changed(issue, move))
                .collect(Collectors.joining(", "));
    }

    private static String changed(PlanIssue issue, Move move) {
        String before = move.before().get(issue.id());
        return issue.name()
                + " "
                + (before == null ? "" : before + " to ")
                + move.standing().get(issue.id());
    }

    /** What was agreed, issue by issue, in the plan's order. */
    static Map<String, String> terms(Sitting sitting) {
        Map<UUID, String> agreed = sitting.agreement().map(Agreement::terms).orElse(Map.of());
        Map<String, String> terms = new LinkedHashMap<>();
        for (PlanIssue issue : sitting.plan().issues()) {
            String choice = agreed.get(issue.id());
            if (choice != null) terms.put(issue.name(), (choice + " " + issue.unit()).strip());
        }
        return terms;
    }
}
