package app.rapport.risk.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.kernel.MemberId;
import app.rapport.risk.model.LimitUse.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whether to go on, and how near a limit is. */
class LeaningTest {
    private static final Scenario BAD =
            new Scenario(
                    "", "sent back", BigDecimal.valueOf(-5000), Optional.of(Chance.of(40, 60)));

    private static RiskSheet sheet(long spent, long exit, Scenario... scenarios) {
        List<RiskItem> items =
                List.of(
                        new Stake(
                                Optional.of(BigDecimal.valueOf(spent)),
                                "",
                                Optional.of(BigDecimal.valueOf(exit)),
                                "",
                                ""),
                        new LossLimit(BigDecimal.valueOf(8000), "", "", true));
        return new RiskSheet(
                java.util.stream.Stream.concat(items.stream(), List.of(scenarios).stream())
                        .<Noted<?>>map(LeaningTest::note)
                        .toList());
    }

    private static Noted<RiskItem> note(RiskItem item) {
        return new Noted<>(
                UUID.randomUUID(),
                UUID.randomUUID(),
                item,
                Instant.EPOCH,
                new MemberId(new UUID(0, 1)),
                Optional.empty());
    }

    @Test
    void what_was_spent_is_no_reason_to_go_on_or_to_stop() {
        for (long spent : new long[] {0, 1, 7999, 1_000_000})
            assertThat(sheet(spent, 1000, BAD).leaning()).isEqualTo(Leaning.CUT);
    }

    @Test
    void what_was_spent_counts_against_the_limit() {
        assertThat(sheet(0, 0, BAD).use().orElseThrow().state()).isEqualTo(State.FAR);
        assertThat(sheet(1400, 0, BAD).use().orElseThrow().state()).isEqualTo(State.NEAR);
        assertThat(sheet(3000, 0, BAD).use().orElseThrow().state())
                .as("just all of it is not passed")
                .isEqualTo(State.NEAR);
        assertThat(sheet(3001, 0, BAD).use().orElseThrow().state()).isEqualTo(State.PASSED);
    }

    @Test
    void it_depends_where_the_cost_of_leaving_lies_within_what_is_expected() {
        assertThat(sheet(0, 2500, BAD).leaning()).isEqualTo(Leaning.DEPENDS);
        assertThat(sheet(0, 3500, BAD).leaning()).isEqualTo(Leaning.GO_ON);
        assertThat(sheet(0, 0).leaning()).isEqualTo(Leaning.NOT_KNOWN);
    }

    private static RiskSheet unspoken(Scenario... scenarios) {
        return new RiskSheet(
                java.util.Arrays.stream(scenarios).<Noted<?>>map(LeaningTest::note).toList());
    }

    @Test
    void what_nobody_noted_is_left_out_and_said_to_be() {
        LimitUse use = unspoken(BAD).use(BigDecimal.valueOf(8000));

        assertThat(use.used()).isEqualByComparingTo("5000");
        assertThat(use.spent().known()).isEmpty();
        assertThat(use.leftOut()).contains("what was spent");
        assertThat(unspoken().use(BigDecimal.TEN).leftOut())
                .contains("what was spent, and what may still be lost");
        assertThat(sheet(0, 0, BAD).use().orElseThrow().leftOut()).as("it was nothing").isEmpty();
    }

    @Test
    void of_what_leaving_costs_nobody_knows_a_reason_to_leave_follows_from_nothing() {
        Scenario good =
                new Scenario("", "won", BigDecimal.valueOf(500), Optional.of(Chance.of(10, 20)));

        assertThat(unspoken(BAD).leaning()).isEqualTo(Leaning.EXIT_NOT_KNOWN);
        assertThat(unspoken(good).leaning()).as("worth more than nothing").isEqualTo(Leaning.GO_ON);
    }

    @Test
    void a_limit_of_nothing_has_no_parts() {
        assertThat(unspoken(BAD).use(BigDecimal.ZERO).share()).isEqualTo("above its limit of 0");
        assertThat(unspoken().use(BigDecimal.ZERO).share()).isEqualTo("limit 0");
        assertThat(unspoken(BAD).use(BigDecimal.valueOf(4999)).share())
                .isEqualTo("100% of its limit");
    }

    @Test
    void of_several_amounts_it_is_said_how_many_nobody_knows() {
        KnownSum sum =
                KnownSum.of(
                        java.util.stream.Stream.of(
                                Optional.of(BigDecimal.TEN),
                                Optional.empty(),
                                Optional.of(BigDecimal.ONE)));

        assertThat(sum.amount()).isEqualByComparingTo("11");
        assertThat(new LimitUse(BigDecimal.TEN, sum, BigDecimal.ZERO, sum).leftOut())
                .contains(
                        "what was spent in 1 of 3 deals, and what may still be lost in 1 of 3 deals");
    }
}
