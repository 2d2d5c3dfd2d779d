package app.rapport.negotiations.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.negotiations.model.BlankPlan;
import app.rapport.negotiations.model.Plan;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An offer as a browser sends it. */
class DraftTest {
    private static final Plan EMPTY = BlankPlan.pumps();

    @Test
    void a_warning_that_was_seen_twice_was_seen() {
        assertThat(Draft.of(EMPTY, Map.of("seen", "rushing,rushing")).said().seen())
                .containsExactly("rushing");
    }
}
