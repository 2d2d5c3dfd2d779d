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
                        new Stake(BigDecimal.valueOf(spent), "", BigDecimal.valueOf(exit), "", ""),
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
}
