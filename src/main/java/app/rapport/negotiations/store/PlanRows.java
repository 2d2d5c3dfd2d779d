package app.rapport.negotiations.store;

import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.model.Alternative;
import app.rapport.negotiations.model.Decimals;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PlanIssue.PlanOption;
import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.negotiations.model.PlanIssue.Scale;
import app.rapport.negotiations.model.PlanLine;
import app.rapport.negotiations.model.PriceGate.Tick;
import app.rapport.negotiations.model.Section;
import app.rapport.negotiations.model.Section.Side;
import app.rapport.negotiations.model.TradeOff;
import app.rapport.negotiations.model.TradeOff.Answer;
import app.rapport.negotiations.model.TradeOff.Move;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The parts of a plan, read; whoever calls has asked for the team. */
@Repository
public class PlanRows {
    private final JdbcClient jdbc;

    PlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec asked(Viewer viewer, NegotiationId id, String sql) {
        return jdbc.sql(sql + " WHERE workspace_id = :workspace AND negotiation_id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value());
    }

    private JdbcClient.StatementSpec inOrder(Viewer viewer, NegotiationId id, String sql) {
        return jdbc.sql(
                        sql
                                + " WHERE workspace_id = :workspace AND negotiation_id = :id ORDER BY position, id")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value());
    }

    List<PlanIssue> issues(Viewer viewer, NegotiationId id) {
        Map<UUID, List<PlanOption>> options = options(viewer, id);
        return inOrder(viewer, id, "SELECT * FROM negotiation_issue")
                .query((row, _) ->
                        issue(
                                row,
                                options.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    private static PlanIssue issue(ResultSet row, List<PlanOption> options) throws SQLException {
        Optional<BigDecimal> from = number(row, "low");
        Optional<Scale> scale =
                from.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Scale(
                                        from.get(),
                                        number(row, "high").orElseThrow(),
                                        number(row, "step").orElseThrow()));
        return new PlanIssue(
                row.getObject("id", UUID.class),
                row.getString("name"),
                PlanIssue.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getBoolean("price"),
                row.getString("unit"),
                scale,
                number(row, "swing"),
                range(row, "their_low", "their_high"),
                options);
    }

    private static Optional<BigDecimal> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column)).map(Decimals::plain);
    }

    private static Optional<Range> range(ResultSet row, String low, String high)
            throws SQLException {
        Optional<BigDecimal> from = number(row, low);
        Optional<BigDecimal> to = number(row, high);
        return from.isPresent() && to.isPresent()
                ? Optional.of(new Range(from.get(), to.get()))
                : Optional.empty();
    }

    private Map<UUID, List<PlanOption>> options(Viewer viewer, NegotiationId id) {
        Map<UUID, List<PlanOption>> options = new HashMap<>();
        inOrder(viewer, id, "SELECT * FROM negotiation_option")
                .query(row -> {
                    options.computeIfAbsent(
                                    row.getObject("issue_id", UUID.class), _ -> new ArrayList<>())
                            .add(
                                    new PlanOption(
                                            row.getObject("id", UUID.class),
                                            row.getString("name"),
                                            number(row, "score"),
                                            range(row, "their_low", "their_high")));
                });
        return options;
    }

    List<PlanLine> lines(Viewer viewer, NegotiationId id) {
        return inOrder(viewer, id, "SELECT * FROM negotiation_line")
                .query((row, _) ->
                        new PlanLine(
                                row.getObject("id", UUID.class),
                                Section.of(row.getString("section")).orElseThrow(),
                                Side.of(row.getString("side")).orElseThrow(),
                                row.getString("party"),
                                row.getString("words"),
                                row.getString("reply"),
                                row.getString("more"),
                                Optional.ofNullable(row.getObject("cost", Integer.class)),
                                Optional.ofNullable(row.getObject("dear", Integer.class))))
                .list();
    }

    List<Alternative> alternatives(Viewer viewer, NegotiationId id) {
        return inOrder(viewer, id, "SELECT * FROM negotiation_alternative")
                .query((row, _) ->
                        new Alternative(
                                row.getObject("id", UUID.class),
                                Side.of(row.getString("side")).orElseThrow(),
                                row.getString("name"),
                                row.getString("workings"),
                                range(row, "worth_low", "worth_high")))
                .list();
    }

    Map<UUID, String> proposal(Viewer viewer, NegotiationId id) {
        Map<UUID, String> proposal = new LinkedHashMap<>();
        asked(viewer, id, "SELECT issue_id, choice FROM negotiation_proposal")
                .query(row -> {
                    proposal.put(row.getObject("issue_id", UUID.class), row.getString("choice"));
                });
        return proposal;
    }

    Map<Tick, String> ticks(Viewer viewer, NegotiationId id) {
        Map<Tick, String> ticks = new EnumMap<>(Tick.class);
        asked(viewer, id, "SELECT kind, evidence FROM negotiation_tick")
                .query(row -> {
                    ticks.put(
                            Tick.of(row.getString("kind")).orElseThrow(),
                            row.getString("evidence"));
                });
        return ticks;
    }

    List<TradeOff> trades(Viewer viewer, NegotiationId id) {
        return asked(viewer, id, "SELECT * FROM negotiation_trade")
                .query((row, _) ->
                        new TradeOff(
                                row.getObject("id", UUID.class),
                                move(row, "give"),
                                move(row, "get"),
                                Answer.of(row.getString("answer")).orElseThrow()))
                .list();
    }

    private static Move move(ResultSet row, String what) throws SQLException {
        return new Move(
                row.getObject(what + "_issue", UUID.class),
                row.getString(what + "_from"),
                row.getString(what + "_to"));
    }
}
