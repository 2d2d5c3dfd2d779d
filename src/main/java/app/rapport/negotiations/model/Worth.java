package app.rapport.negotiations.model;

import app.rapport.bargaining.Domain;
import app.rapport.bargaining.Issue;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Sketch;
import app.rapport.bargaining.Span;
import app.rapport.negotiations.model.PlanIssue.PlanOption;
import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.negotiations.model.Section.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;

/**
 * A plan as mathematics: additive utilities from 0 to 1, with what is not known as a span. Our
 * weights are the swings divided by their sum; what has no swing yet counts as the mean of those
 * that have one. Theirs are spans around the middle of what we believe; of what we know nothing
 * anything may be true.
 */
public record Worth(Domain domain, Sketch ours, Sketch theirs) {
    private static final Span ANYTHING = new Span(0, 1);
    private static final Range UNKNOWN = new Range(BigDecimal.ZERO, BigDecimal.valueOf(100));

    public static Worth of(Plan plan) {
        List<Issue> issues = new ArrayList<>();
        for (PlanIssue issue : plan.issues())
            issues.add(
                    new Issue(
                            issue.name(),
                            Issue.Kind.valueOf(issue.kind().name()),
                            issue.choices()));
        return new Worth(
                new Domain(issues),
                new Sketch(
                        weights(plan.issues()),
                        scores(plan.issues(), Worth::ours),
                        number(plan.walkAway()),
                        OptionalDouble.empty()),
                new Sketch(
                        theirWeights(plan.issues()),
                        scores(plan.issues(), Worth::theirs),
                        theirReservation(plan),
                        OptionalDouble.empty()));
    }

    private static OptionalDouble number(Optional<BigDecimal> points) {
        return points.map(one -> OptionalDouble.of(one.doubleValue() / 100))
                .orElse(OptionalDouble.empty());
    }

    /** What walking away is worth to them: the middle of their best alternative. */
    private static OptionalDouble theirReservation(Plan plan) {
        return plan.best(Side.THEM)
                .flatMap(Alternative::worth)
                .map(range -> OptionalDouble.of(span(range).middle()))
                .orElse(OptionalDouble.empty());
    }

    private static List<Span> weights(List<PlanIssue> issues) {
        double mean =
                issues.stream()
                        .flatMap(issue -> issue.swing().stream())
                        .mapToDouble(BigDecimal::doubleValue)
                        .average()
                        .orElse(1);
        List<Double> swings =
                issues.stream()
                        .map(issue -> issue.swing().map(BigDecimal::doubleValue).orElse(mean))
                        .toList();
        double sum = swings.stream().mapToDouble(swing -> swing).sum();
        return swings.stream().map(swing -> Span.of(sum == 0 ? 0 : swing / sum)).toList();
    }

    private static List<Span> theirWeights(List<PlanIssue> issues) {
        List<Span> swings =
                issues.stream().map(issue -> span(issue.theirs().orElse(UNKNOWN))).toList();
        double sum = swings.stream().mapToDouble(Span::middle).sum();
        return swings.stream()
                .map(swing -> sum == 0 ? ANYTHING : new Span(swing.low() / sum, swing.high() / sum))
                .toList();
    }

    private static Span span(Range range) {
        return new Span(range.low().doubleValue() / 100, range.high().doubleValue() / 100);
    }

    private static Span ours(PlanOption option) {
        return option.score().map(one -> Span.of(one.doubleValue() / 100)).orElse(ANYTHING);
    }

    private static Span theirs(PlanOption option) {
        return option.theirs().map(Worth::span).orElse(ANYTHING);
    }

    private static List<List<Span>> scores(
            List<PlanIssue> issues, Function<PlanOption, Span> score) {
        List<List<Span>> all = new ArrayList<>();
        for (PlanIssue issue : issues) {
            List<Span> said = issue.options().stream().map(score).toList();
            all.add(issue.scale().isPresent() ? line(said, issue.choices().size()) : said);
        }
        return all;
    }

    /** Between the two ends of a number what lies on the line. */
    private static List<Span> line(List<Span> ends, int steps) {
        Span from = ends.getFirst();
        Span to = ends.getLast();
        List<Span> line = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            double way = steps == 1 ? 0 : (double) i / (steps - 1);
            line.add(
                    new Span(
                            from.low() + (to.low() - from.low()) * way,
                            from.high() + (to.high() - from.high()) * way));
        }
        return line;
    }

    /** The outcome of these choices; empty while an issue has none, or one that is gone. */
    public Optional<Outcome> outcome(Plan plan, Map<UUID, String> choices) {
        int[] options = new int[domain.size()];
        for (int i = 0; i < options.length; i++) {
            options[i] =
                    domain.issue(i)
                            .options()
                            .indexOf(choices.getOrDefault(plan.issues().get(i).id(), ""));
            if (options[i] < 0) return Optional.empty();
        }
        return options.length == 0 ? Optional.empty() : Optional.of(new Outcome(options));
    }

    /** Our points of these choices. */
    public Optional<Double> points(Plan plan, Map<UUID, String> choices) {
        return outcome(plan, choices).map(one -> 100 * ours.likely().of(one));
    }

    /** Their points of these choices, as far as we know. */
    public Optional<Span> theirPoints(Plan plan, Map<UUID, String> choices) {
        return outcome(plan, choices)
                .map(one ->
                        new Span(
                                100 * Math.max(0, theirs.least().of(one)),
                                100 * Math.min(1, theirs.most().of(one))));
    }

    /** Our points of one issue's option, by its place in the domain. */
    public double points(int issue, String option) {
        int at = domain.issue(issue).options().indexOf(option);
        return at < 0 ? 0 : 100 * ours.likely().of(issue, at);
    }
}
