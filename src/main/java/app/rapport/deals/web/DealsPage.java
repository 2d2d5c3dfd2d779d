package app.rapport.deals.web;

import app.rapport.deals.DealLine;
import app.rapport.deals.DealQuery;
import app.rapport.deals.DealQuery.Order;
import app.rapport.deals.DealSum;
import app.rapport.deals.DealsTab;
import app.rapport.deals.Stage;
import app.rapport.kernel.MemberId;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deals in a list.
 *
 * @param any whether there is one at all
 * @param next where the next page begins; empty on the last
 * @param kept how many rows of deals earlier imports kept
 * @param more pages of other rooms beside the list
 */
public record DealsPage(
        DealQuery query,
        List<DealLine> lines,
        List<DealSum> sums,
        List<Stage> stages,
        Map<MemberId, String> members,
        boolean any,
        String next,
        long kept,
        List<DealsTab> more)
        implements Page {

    public String owner(DealLine line) {
        return line.owner().map(id -> members.getOrDefault(id, "")).orElse("");
    }

    public long fit() {
        return DealSum.deals(sums);
    }

    public String worth() {
        return DealSum.words(sums);
    }

    public List<Tab> tabs() {
        List<Tab> tabs = new ArrayList<>();
        for (String state : List.of("open", "won", "lost", "all"))
            tabs.add(
                    new Tab(
                            state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1),
                            DealQuery.of(Map.of("state", state)).href("/deals"),
                            query.state().equals(state) && query.oneStage().isEmpty()
                                    ? (int) Math.min(fit(), Integer.MAX_VALUE)
                                    : -1,
                            query.state().equals(state)));
        tabs.add(new Tab("Board", "/deals/board", -1, false));
        more.forEach(tab -> tabs.add(new Tab(tab.title(), tab.href(), -1, false)));
        return tabs;
    }

    public List<Choice> stageChoices() {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "Any stage")));
        stages.forEach(stage -> choices.add(new Choice(stage.id().toString(), stage.name())));
        return choices;
    }

    public List<Choice> ownerChoices() {
        return owners(members);
    }

    static List<Choice> owners(Map<MemberId, String> members) {
        List<Choice> choices =
                new ArrayList<>(List.of(new Choice("", "Anybody"), new Choice("me", "You")));
        members.forEach((id, name) -> choices.add(new Choice(id.toString(), name)));
        choices.add(new Choice("none", "Nobody"));
        return choices;
    }

    public List<Choice> closingChoices() {
        return List.of(
                new Choice("", "Any time"),
                new Choice("past", "In the past"),
                new Choice("7", "7 days"),
                new Choice("30", "30 days"),
                new Choice("90", "90 days"),
                new Choice("none", "No day set"));
    }

    public @Nullable String sorted(Order order) {
        if (query.order() != order) return null;
        return query.descending() ? "descending" : "ascending";
    }

    public String sortHref(Order order) {
        boolean turn = query.order() == order && !query.descending();
        return query.with("/deals", "sort", (turn ? "-" : "") + order.key());
    }

    public String nextHref() {
        return next.isEmpty() ? "" : query.with("/deals", "after", next);
    }
}
