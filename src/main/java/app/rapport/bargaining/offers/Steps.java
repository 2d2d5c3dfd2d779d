package app.rapport.bargaining.offers;

import app.rapport.bargaining.Domain;
import app.rapport.bargaining.Issue;
import app.rapport.bargaining.Utility;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a step of an issue is worth to a side: from each option to the next one. For a choice, whose
 * options lie on no line, from the worst option to each other.
 */
public final class Steps {
    private final Domain domain;
    private final Utility side;

    public Steps(Domain domain, Utility side) {
        this.domain = domain;
        this.side = side;
    }

    /** From one option of an issue to another, and what that adds. */
    public record Step(int issue, int from, int to, double utility) {}

    public List<Step> of(int issue) {
        List<Step> steps = new ArrayList<>();
        boolean line = domain.issue(issue).kind() != Issue.Kind.CHOICE;
        int worst = worst(issue);
        for (int option = 0; option < domain.options(issue); option++) {
            int from = line ? option - 1 : worst;
            if (from >= 0 && from != option)
                steps.add(
                        new Step(
                                issue,
                                from,
                                option,
                                side.of(issue, option) - side.of(issue, from)));
        }
        return steps;
    }

    private int worst(int issue) {
        int worst = 0;
        for (int option = 1; option < domain.options(issue); option++)
            if (side.of(issue, option) < side.of(issue, worst)) worst = option;
        return worst;
    }

    /**
     * What a step is worth in units of another issue that is a number, such as a price: how much of
     * it would change the utility as much. Nothing where the number does not matter.
     */
    public OptionalDouble inUnitsOf(int number, Step step) {
        double each = perUnit(number);
        return each == 0 ? OptionalDouble.empty() : OptionalDouble.of(step.utility() / each);
    }

    /** The utility of one unit, over the whole range of the number; without its sign. */
    private double perUnit(int number) {
        Issue issue = domain.issue(number);
        if (issue.kind() != Issue.Kind.NUMBER || issue.options().size() < 2) return 0;
        double range =
                new BigDecimal(issue.options().getLast())
                        .subtract(new BigDecimal(issue.options().getFirst()))
                        .doubleValue();
        return (side.best(number) - side.worst(number)) / range;
    }
}
