package app.rapport.risk.model;

/** Something that somebody wrote down about a risk. */
public sealed interface RiskItem
        permits Scenario, Assumption, ChosenLoss, LossLimit, Stake, StopOrGo, OwnRisk {

    /** In a few words, as the history shows it. */
    String words();
}
