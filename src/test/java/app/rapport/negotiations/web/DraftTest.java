package app.rapport.negotiations.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.negotiations.model.Aim;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PriceGate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An offer as a browser sends it. */
class DraftTest {
    private static final Plan EMPTY =
            new Plan(
                    "Pumps",
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    "",
                    Map.of(),
                    new Aim(Optional.empty(), "", Optional.empty(), Optional.empty()),
                    new PriceGate(Map.of(), ""),
                    List.of(),
                    Optional.empty());

    @Test
    void a_warning_that_was_seen_twice_was_seen() {
        assertThat(Draft.of(EMPTY, Map.of("seen", "rushing,rushing")).said().seen())
                .containsExactly("rushing");
    }
}
