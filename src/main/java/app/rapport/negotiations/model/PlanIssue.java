package app.rapport.negotiations.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A matter to be agreed upon, what it may become, and how much it matters.
 *
 * @param price whether it waits until value, needs and criteria are agreed
 * @param scale of a number
 * @param swing how much going from its worst to its best option matters to us, 0 to 100; the
 *     largest of a plan is 100 (swing weights: von Winterfeldt and Edwards 1986)
 * @param theirs the same of them, as we believe; empty where we know nothing
 * @param options of a number its two ends
 */
public record PlanIssue(
        UUID id,
        String name,
        Kind kind,
        boolean price,
        String unit,
        Optional<Scale> scale,
        Optional<BigDecimal> swing,
        Optional<Range> theirs,
        List<PlanOption> options) {
    public PlanIssue {
        options = List.copyOf(options);
    }

    /** Whether options lie on a line. */
    public enum Kind {
        CHOICE,
        ORDERED,
        NUMBER
    }

    /** Which numbers it may become. */
    public record Scale(BigDecimal from, BigDecimal to, BigDecimal step) {}

    /** A number that is known to lie between two others. */
    public record Range(BigDecimal low, BigDecimal high) {}

    /**
     * @param score 0 for the worst to us, 100 for the best
     * @param theirs the same of them, as we believe
     */
    public record PlanOption(
            UUID id, String name, Optional<BigDecimal> score, Optional<Range> theirs) {}

    /** All that it may become, by name. */
    public List<String> choices() {
        return scale.map(Choices::between)
                .orElseGet(() -> options.stream().map(PlanOption::name).toList());
    }

    public PlanIssue with(
            Optional<BigDecimal> newSwing, Optional<Range> newTheirs, List<PlanOption> newOptions) {
        return new PlanIssue(id, name, kind, price, unit, scale, newSwing, newTheirs, newOptions);
    }
}
