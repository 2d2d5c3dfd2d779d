package app.rapport.debriefs.model;

import app.rapport.debriefs.model.Figures.Step;
import app.rapport.kernel.MemberId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What a member does at tables, over all that were looked back at: theirs to know first. With fewer
 * than three tables nothing is said.
 *
 * @param tables at which they put an offer on the table
 * @param opening how far their first offers lie above what was agreed, in points
 * @param firstStep how large their first concession is
 * @param laterStep the later ones
 * @param growing in how many tables their last step was larger than the first
 * @param firstToMove in how many their side conceded first
 * @param packaged which share of their concessions moved more than one issue at once
 * @param back what came back for each point given
 */
public record Habits(
        int tables,
        Optional<Double> opening,
        Optional<Double> firstStep,
        Optional<Double> laterStep,
        long growing,
        long firstToMove,
        Optional<Double> packaged,
        Optional<Double> back) {
    private static final int FEWEST = 3;
    private static final double NOTHING = 0.5;

    public static Habits of(MemberId member, Collection<Figures> all) {
        List<Figures> theirs = all.stream().filter(one -> sat(member, one)).toList();
        List<List<Step>> given = theirs.stream().map(one -> concessions(member, one)).toList();
        List<Step> steps = given.stream().flatMap(List::stream).toList();
        return new Habits(
                theirs.size(),
                mean(
                        theirs.stream()
                                .flatMap(one ->
                                        one.first().stream()
                                                .filter(first -> first.by().equals(member))
                                                .flatMap(first ->
                                                        one.ours().stream()
                                                                .map(agreed ->
                                                                        first.points() - agreed)))),
                mean(given.stream().flatMap(one -> one.stream().limit(1)).map(Step::cost)),
                mean(given.stream().flatMap(one -> one.stream().skip(1)).map(Step::cost)),
                given.stream().filter(Habits::isGrowing).count(),
                theirs.stream().filter(one -> isFirst(member, one)).count(),
                share(steps, step -> step.issues() > 1 ? 1 : 0),
                back(steps));
    }

    private static boolean sat(MemberId member, Figures one) {
        return one.first().filter(first -> first.by().equals(member)).isPresent()
                || one.of(true).stream().anyMatch(step -> step.by().equals(member));
    }

    private static List<Step> concessions(MemberId member, Figures one) {
        return one.of(true).stream()
                .filter(step -> step.by().equals(member) && step.cost() > NOTHING)
                .toList();
    }

    private static boolean isGrowing(List<Step> steps) {
        return steps.size() > 1 && steps.getLast().cost() > steps.getFirst().cost() + NOTHING;
    }

    private static boolean isFirst(MemberId member, Figures one) {
        return one.steps().stream()
                .filter(step -> step.cost() > NOTHING)
                .findFirst()
                .filter(step -> step.ours() && step.by().equals(member))
                .isPresent();
    }

    private static Optional<Double> mean(Stream<Double> numbers) {
        OptionalDouble mean = numbers.mapToDouble(one -> one).average();
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }

    private static Optional<Double> share(List<Step> steps, ToDoubleFunction<Step> of) {
        return mean(steps.stream().map(of::applyAsDouble));
    }

    private static Optional<Double> back(List<Step> steps) {
        double cost = steps.stream().mapToDouble(Step::cost).sum();
        double back = steps.stream().mapToDouble(step -> Math.max(0, step.back())).sum();
        return cost < NOTHING ? Optional.empty() : Optional.of(back / cost);
    }

    public boolean isKnown() {
        return tables >= FEWEST;
    }

    public int missing() {
        return Math.max(0, FEWEST - tables);
    }
}
