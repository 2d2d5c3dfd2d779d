package app.rapport.balance.web;

import app.rapport.balance.model.Given;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * One balance with its trend and what made it.
 *
 * @param asOf the day whose evening it stands for
 * @param past whether that is another than today
 */
public record BalancePage(BalanceView view, boolean ofPerson, LocalDate asOf, boolean past)
        implements Page {
    public List<Choice> kinds() {
        return Arrays.stream(Given.Kind.values())
                .map(kind -> new Choice(kind.key(), kind.words()))
                .toList();
    }
}
