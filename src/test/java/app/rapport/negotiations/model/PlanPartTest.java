package app.rapport.negotiations.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.PlanEdits.IssueRow;
import app.rapport.negotiations.model.Section.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which part of a plan says something else than when it was read. */
class PlanPartTest {
    private static final List<PlanPart> ALL =
            List.of(
                    PlanPart.ISSUES,
                    PlanPart.WORTH,
                    PlanPart.ALTERNATIVES,
                    PlanPart.WALK_AWAY,
                    PlanPart.PROPOSAL,
                    PlanPart.AIM,
                    PlanPart.PRICE,
                    PlanPart.HEAD,
                    PlanPart.lines(Section.NEED),
                    PlanPart.lines(Section.WANT));

    private final Plan plan =
            BlankPlan.pumps()
                    .withIssues(
                            PlanEdits.issues(
                                    List.of(),
                                    List.of(
                                            new IssueRow(
                                                    "",
                                                    "Term",
                                                    "30 days; 60 days",
                                                    "50",
                                                    "",
                                                    "",
                                                    false))))
                    .withLines(Section.NEED, List.of(need("running by May")));

    private static PlanLine need(String words) {
        return new PlanLine(
                UUID.randomUUID(),
                Section.NEED,
                Side.THEM,
                "",
                words,
                "",
                "",
                Optional.empty(),
                Optional.empty());
    }

    /** The parts that say something else after that change, by their titles. */
    private Set<String> changed(Plan after) {
        return ALL.stream()
                .filter(part -> !part.mark(plan).equals(part.mark(after)))
                .map(PlanPart::title)
                .collect(Collectors.toSet());
    }

    @Test
    void each_change_is_one_of_its_own_part_alone() {
        PlanIssue term = plan.issues().getFirst();
        BigDecimal some = BigDecimal.valueOf(42);

        assertThat(changed(plan)).isEmpty();
        assertThat(changed(plan.leavingAt(Optional.of(some), "")))
                .containsExactly("Where we walk away");
        assertThat(changed(plan.leavingAt(Optional.empty(), "below 98")))
                .containsExactly("Where we walk away");
        assertThat(changed(plan.proposing(Map.of(term.id(), "60 days"))))
                .containsExactly("What we propose");
        assertThat(
                        changed(
                                plan.aimingAt(
                                        new Aim(
                                                Optional.empty(),
                                                "they wait",
                                                Optional.empty(),
                                                Optional.empty()))))
                .containsExactly("What we aim at");
        assertThat(
                        changed(
                                plan.withPrice(
                                        new PriceGate(Map.of(PriceGate.Tick.VALUE, "a mail"), ""))))
                .containsExactly("The price waits");
        assertThat(changed(plan.titled("Pumps", Optional.of(Instant.EPOCH))))
                .containsExactly("Title and date");
        assertThat(changed(plan.withLines(Section.NEED, List.of(need("running by June")))))
                .containsExactly("Needs");
        assertThat(
                        changed(
                                plan.withIssues(
                                        List.of(
                                                term.with(
                                                        Optional.of(some),
                                                        term.theirs(),
                                                        term.options())))))
                .containsExactly("Issues");
    }

    @Test
    void what_the_other_one_added_stands_beside_what_was_typed() {
        PlanPart needs = PlanPart.lines(Section.NEED);
        Plan theirs =
                plan.withLines(
                        Section.NEED,
                        Stream.concat(plan.lines().stream(), Stream.of(need("no noise"))).toList());
        Plan ours = plan.withLines(Section.NEED, List.of(need("a spare seal")));

        assertThat(needs.words(needs.beside().apply(theirs, ours)))
                .containsExactly("Buyer: a spare seal", "Buyer: running by May", "Buyer: no noise");
    }
}
