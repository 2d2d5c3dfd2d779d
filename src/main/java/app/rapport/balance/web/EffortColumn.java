package app.rapport.balance.web;

import app.rapport.balance.Balances;
import app.rapport.kernel.PersonColumn;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who goes how far with each of a page of people; for who chooses it. */
@Component
class EffortColumn implements PersonColumn {
    private final Balances balances;

    EffortColumn(Balances balances) {
        this.balances = balances;
    }

    @Override
    public Heading heading() {
        return new Heading("effort", "Effort, ours", 45, false);
    }

    @Override
    public Map<PersonId, Cell> cells(Viewer viewer, Collection<PersonId> people, Instant at) {
        Map<PersonId, Cell> cells = new HashMap<>();
        balances.ofEach(viewer, people, at)
                .forEach((person, balance) -> {
                    BalanceView view =
                            new BalanceView(
                                    "/people/" + person, "", balance, viewer.zone(), List.of());
                    cells.put(
                            person,
                            new Cell("balance/EffortCell.jte", view, view.share().inWords()));
                });
        return cells;
    }
}
