package app.rapport.risk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the history says of a risk. */
class RiskItemTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 2);

    @Test
    void days_are_said_as_people_say_them() {
        assertThat(
                        new Assumption(
                                        "They fill as much as they say",
                                        "Read the counters",
                                        Optional.of(DAY),
                                        Optional.empty())
                                .words())
                .isEqualTo("They fill as much as they say, to test by 2 Dec 2026");
        assertThat(
                        new ChosenLoss(BigDecimal.valueOf(800), "a trial", DAY, Optional.empty())
                                .words())
                .endsWith("for a trial, look again on 2 Dec 2026");
    }
}
