package app.rapport.deals.web;

import app.rapport.deals.DealLine;
import app.rapport.deals.DealQuery;
import app.rapport.deals.DealSum;
import app.rapport.deals.Stage;
import app.rapport.kernel.MemberId;
import app.rapport.ui.Choice;
import app.rapport.ui.Numbers;
import app.rapport.ui.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Deals by stage.
 *
 * @param moved the deal that was just moved; empty for none
 */
public record BoardPage(
        DealQuery query, List<Column> columns, Map<MemberId, String> members, String moved)
        implements Page {

    /**
     * @param cards the first of the stage
     */
    public record Column(Stage stage, List<DealSum> sums, List<DealLine> cards) {
        static Column of(Stage stage, List<DealSum> all, Map<UUID, List<DealLine>> board) {
            return new Column(
                    stage,
                    all.stream().filter(sum -> sum.stage().equals(stage.id())).toList(),
                    board.getOrDefault(stage.id(), List.of()));
        }

        public String words() {
            String worth = DealSum.words(sums);
            String deals = Numbers.of(DealSum.deals(sums), "deal", "deals");
            return worth.isEmpty() ? deals : deals + ", " + worth;
        }

        public long hidden() {
            return DealSum.deals(sums) - cards.size();
        }

        public String rest(DealQuery query) {
            return DealQuery.of(
                            Map.of(
                                    "state", stage.kind().word(),
                                    "stage", stage.id().toString(),
                                    "owner", query.owner()))
                    .href("/deals");
        }
    }

    public String owner(DealLine line) {
        return line.owner().map(id -> members.getOrDefault(id, "")).orElse("");
    }

    public List<Choice> ownerChoices() {
        return DealsPage.owners(members);
    }

    /** The stage beside that one, where there is one. */
    public Optional<Stage> beside(Stage stage, int by) {
        int at = columns.stream().map(Column::stage).toList().indexOf(stage) + by;
        return at < 0 || at >= columns.size()
                ? Optional.empty()
                : Optional.of(columns.get(at).stage());
    }
}
