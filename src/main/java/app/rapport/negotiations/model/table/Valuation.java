package app.rapport.negotiations.model.table;

import app.rapport.bargaining.Frontier;
import app.rapport.bargaining.Negotiation;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Span;
import app.rapport.bargaining.Utility;
import app.rapport.bargaining.belief.Belief;
import app.rapport.bargaining.belief.Listener;
import app.rapport.bargaining.course.Turn.Side;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.Worth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What packages are worth to both: to us by the plan, to them by the plan and by what they offered
 * so far.
 */
public final class Valuation {
    private final Plan plan;
    private final Worth worth;
    private final Utility ours;
    private final Supplier<Optional<Belief>> hears;
    private @Nullable Heard heard;
    private @Nullable Frontier frontier;

    private Valuation(Plan plan, Worth worth, Supplier<Optional<Belief>> hears) {
        this.plan = plan;
        this.worth = worth;
        this.ours = worth.ours().likely();
        this.hears = hears;
    }

    /** What is believed of them, and all that rests on it. */
    private record Heard(Optional<Belief> belief, Negotiation negotiation) {
        static Heard of(Worth worth, Utility ours, Optional<Belief> belief) {
            Utility theirs = belief.map(Belief::likely).orElseGet(() -> worth.theirs().likely());
            OptionalDouble leaving = worth.theirs().reservation();
            return new Heard(
                    belief,
                    new Negotiation(
                            worth.domain(),
                            ours,
                            leaving.isPresent()
                                    ? theirs.withReservation(leaving.getAsDouble())
                                    : theirs));
        }
    }

    /** A belief takes a tenth of a second: it is concluded when it is first asked for, and once. */
    private Heard heard() {
        Heard known = heard;
        if (known == null) {
            known = Heard.of(worth, ours, hears.get());
            heard = known;
        }
        return known;
    }

    /** How beliefs come about. */
    @FunctionalInterface
    public interface Hearing {
        /**
         * @param offers theirs, whole packages in their order, one at least
         */
        Belief after(Worth worth, List<Outcome> offers);
    }

    /** From the plan's spans as what was known before. */
    public static final Hearing LISTENS =
            (worth, offers) ->
                    new Listener(worth.domain(), Optional.of(worth.theirs()), List.of())
                            .after(offers);

    /** By the plan alone. */
    public static Valuation of(Plan plan) {
        return new Valuation(plan, Worth.of(plan), Optional::empty);
    }

    public static Valuation of(Plan plan, List<Move> path) {
        return of(plan, path, LISTENS);
    }

    public static Valuation of(Plan plan, List<Move> path, Hearing hearing) {
        Worth worth = Worth.of(plan);
        List<Outcome> theirs =
                path.stream()
                        .filter(move -> move.by() == Side.THEIRS)
                        .flatMap(move -> worth.outcome(plan, move.standing()).stream())
                        .toList();
        return new Valuation(
                plan,
                worth,
                () ->
                        theirs.isEmpty()
                                ? Optional.empty()
                                : Optional.of(hearing.after(worth, theirs)));
    }

    public Plan plan() {
        return plan;
    }

    /** What their offers tell; empty before their first whole package. */
    public Optional<Belief> belief() {
        return heard().belief();
    }

    /** Both sides with what is likely of them. */
    public Negotiation negotiation() {
        return heard().negotiation();
    }

    public Frontier frontier() {
        Frontier known = frontier;
        if (known == null) {
            known = Frontier.of(negotiation());
            frontier = known;
        }
        return known;
    }

    public Optional<Outcome> outcome(Map<UUID, String> choices) {
        return worth.outcome(plan, choices);
    }

    /** A package in words: an option for each issue. */
    public Map<UUID, String> choices(Outcome outcome) {
        Map<UUID, String> choices = new LinkedHashMap<>();
        for (int issue = 0; issue < worth.domain().size(); issue++)
            choices.put(
                    plan.issues().get(issue).id(),
                    worth.domain().issue(issue).options().get(outcome.option(issue)));
        return choices;
    }

    public Value of(Map<UUID, String> choices) {
        return outcome(choices).map(this::of).orElseGet(() -> partly(choices));
    }

    /** What it is worth to us, which does not depend on what is believed of them. */
    public Span ours(Map<UUID, String> choices) {
        return outcome(choices)
                .map(outcome -> Span.of(100 * ours.of(outcome)))
                .orElseGet(() -> between(ours, choices));
    }

    public Value of(Outcome outcome) {
        Span theirs =
                belief().map(one -> one.worth(outcome))
                        .orElseGet(() ->
                                new Span(
                                        worth.theirs().least().of(outcome),
                                        worth.theirs().most().of(outcome)));
        return new Value(
                Span.of(100 * ours.of(outcome)),
                points(theirs.low(), theirs.high()),
                100 * negotiation().theirs().of(outcome));
    }

    private Value partly(Map<UUID, String> choices) {
        Span theirs = between(negotiation().theirs(), choices);
        return new Value(between(ours, choices), theirs, theirs.middle());
    }

    private Span between(Utility side, Map<UUID, String> choices) {
        double low = 0;
        double high = 0;
        for (int issue = 0; issue < worth.domain().size(); issue++) {
            int option = option(issue, choices);
            low += option < 0 ? side.worst(issue) : side.of(issue, option);
            high += option < 0 ? side.best(issue) : side.of(issue, option);
        }
        return points(low, high);
    }

    private int option(int issue, Map<UUID, String> choices) {
        String choice = choices.get(plan.issues().get(issue).id());
        return choice == null ? -1 : worth.domain().issue(issue).options().indexOf(choice);
    }

    private static Span points(double low, double high) {
        return new Span(100 * Math.clamp(low, 0, 1), 100 * Math.clamp(high, 0, 1));
    }

    /**
     * What going from one package to another changes for a side, in points; of issues that only one
     * of them names nothing can be said, so they change nothing.
     */
    public double change(Side side, Map<UUID, String> from, Map<UUID, String> to) {
        double sum = 0;
        for (int issue = 0; issue < worth.domain().size(); issue++)
            sum += change(side, issue, from, to);
        return sum;
    }

    private double change(Side side, int issue, Map<UUID, String> from, Map<UUID, String> to) {
        int before = option(issue, from);
        int after = option(issue, to);
        if (before < 0 || after < 0) return 0;
        Utility utility = utility(side);
        return 100 * (utility.of(issue, after) - utility.of(issue, before));
    }

    private Utility utility(Side side) {
        return side == Side.OURS ? ours : negotiation().theirs();
    }

    /** The same of one issue. */
    public double change(Side side, UUID issue, Map<UUID, String> from, Map<UUID, String> to) {
        for (int at = 0; at < plan.issues().size(); at++)
            if (plan.issues().get(at).id().equals(issue)) return change(side, at, from, to);
        return 0;
    }

    /** How much an issue matters to a side, of 1 for all. */
    public double weight(Side side, UUID issue) {
        Utility utility = utility(side);
        for (int at = 0; at < plan.issues().size(); at++)
            if (Objects.equals(plan.issues().get(at).id(), issue))
                return utility.best(at) - utility.worst(at);
        return 0;
    }

    /** Our points below which we leave. */
    public OptionalDouble walkAway() {
        return plan.walkAway()
                .map(one -> OptionalDouble.of(one.doubleValue()))
                .orElse(OptionalDouble.empty());
    }

    /** The points that we aim at. */
    public Optional<Double> aim() {
        return plan.aim().points(worth.points(plan, plan.proposal()));
    }

    /** The issues that the price is. */
    public static Set<UUID> prices(Plan plan) {
        return plan.issues().stream()
                .filter(issue -> issue.price())
                .map(issue -> issue.id())
                .collect(Collectors.toUnmodifiableSet());
    }
}
