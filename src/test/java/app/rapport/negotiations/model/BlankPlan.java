package app.rapport.negotiations.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan with a title and nothing else. */
public final class BlankPlan {
    private BlankPlan() {}

    public static Plan pumps() {
        return new Plan(
                "Pumps",
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "",
                Map.of(),
                Aim.NONE,
                new PriceGate(Map.of(), ""),
                List.of(),
                Optional.empty());
    }
}
