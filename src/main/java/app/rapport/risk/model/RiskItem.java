package app.rapport.risk.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Something that somebody wrote down about a risk. */
public sealed interface RiskItem
        permits Scenario, Assumption, ChosenLoss, LossLimit, Stake, StopOrGo, OwnRisk {

    /** In a few words, as the history shows it. */
    String words();

    /** "2 Dec 2026": a history is read in any year. */
    static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).format(day);
    }
}
