package app.rapport.risk.model;

import java.util.Arrays;
import java.util.Locale;

/** What is written down about risks. */
public enum RiskKind {
    SCENARIO("Scenario", Scenario.class),
    ASSUMPTION("Assumption", Assumption.class),
    LOSS("Chosen loss", ChosenLoss.class),
    LIMIT("Limit", LossLimit.class),
    STAKE("Spent so far", Stake.class),
    DECISION("Decision", StopOrGo.class),
    OWN("Risk of your own", OwnRisk.class);

    private final String title;
    private final Class<? extends RiskItem> type;

    RiskKind(String title, Class<? extends RiskItem> type) {
        this.title = title;
        this.type = type;
    }

    public static RiskKind of(RiskItem item) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(item))
                .findFirst()
                .orElseThrow();
    }

    public static RiskKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public Class<? extends RiskItem> type() {
        return type;
    }
}
