package app.rapport.negotiations.store;

import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.model.Alternative;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PlanIssue.PlanOption;
import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.negotiations.model.PlanIssue.Scale;
import app.rapport.negotiations.model.PlanLine;
import app.rapport.negotiations.model.PriceGate.Tick;
import app.rapport.negotiations.model.TradeOff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parts of a plan, written as wholes: what is in the list stays or comes under its id, what is
 * not goes. Rows travel as JSON, so that each part is one statement.
 */
@Repository
public class PlanWriting {
    private final JdbcClient jdbc;

    PlanWriting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private void run(Viewer viewer, NegotiationId id, String sql, List<Map<String, Object>> rows) {
        jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("negotiation", id.value())
                .param("rows", JsonMapper.shared().writeValueAsString(rows))
                .update();
    }

    /** Those of the table that are not among the rows go. */
    private void keep(
            Viewer viewer, NegotiationId id, String table, List<Map<String, Object>> rows) {
        run(
                viewer,
                id,
                """
                DELETE FROM %s t WHERE t.workspace_id = :workspace AND t.negotiation_id = :negotiation
                  AND NOT EXISTS (SELECT FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid) WHERE r.id = t.id)
                """
                        .formatted(table),
                rows);
    }

    public void issues(Viewer viewer, NegotiationId id, List<PlanIssue> issues) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> options = new ArrayList<>();
        for (PlanIssue issue : issues) {
            rows.add(row(issue, rows.size()));
            for (PlanOption option : issue.options())
                options.add(row(issue, option, options.size()));
        }
        keep(viewer, id, "negotiation_issue", rows);
        run(
                viewer,
                id,
                """
                INSERT INTO negotiation_issue (workspace_id, negotiation_id, id, position, name, kind, price, unit, low, high, step, swing, their_low, their_high)
                SELECT :workspace, :negotiation, r.* FROM jsonb_to_recordset(:rows::jsonb)
                    AS r (id uuid, position int, name text, kind text, price boolean, unit text, low numeric, high numeric, step numeric, swing numeric, their_low numeric, their_high numeric)
                ON CONFLICT (workspace_id, negotiation_id, id) DO UPDATE SET position = excluded.position, name = excluded.name, kind = excluded.kind,
                    price = excluded.price, unit = excluded.unit, low = excluded.low, high = excluded.high, step = excluded.step, swing = excluded.swing,
                    their_low = excluded.their_low, their_high = excluded.their_high
                """,
                rows);
        keep(viewer, id, "negotiation_option", options);
        run(
                viewer,
                id,
                """
                INSERT INTO negotiation_option (workspace_id, negotiation_id, issue_id, id, position, name, score, their_low, their_high)
                SELECT :workspace, :negotiation, r.* FROM jsonb_to_recordset(:rows::jsonb)
                    AS r (issue_id uuid, id uuid, position int, name text, score numeric, their_low numeric, their_high numeric)
                ON CONFLICT (workspace_id, negotiation_id, issue_id, id) DO UPDATE SET position = excluded.position, name = excluded.name,
                    score = excluded.score, their_low = excluded.their_low, their_high = excluded.their_high
                """,
                options);
    }

    private static Map<String, Object> row(PlanIssue issue, int position) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", issue.id());
        row.put("position", position);
        row.put("name", issue.name());
        row.put("kind", issue.kind().name().toLowerCase(Locale.ROOT));
        row.put("price", issue.price());
        row.put("unit", issue.unit());
        issue.scale().ifPresent(scale -> put(row, scale));
        issue.swing().ifPresent(swing -> row.put("swing", swing));
        issue.theirs().ifPresent(range -> put(row, "their_", range));
        return row;
    }

    private static void put(Map<String, Object> row, Scale scale) {
        row.put("low", scale.from());
        row.put("high", scale.to());
        row.put("step", scale.step());
    }

    private static void put(Map<String, Object> row, String of, Range range) {
        row.put(of + "low", range.low());
        row.put(of + "high", range.high());
    }

    private static Map<String, Object> row(PlanIssue issue, PlanOption option, int position) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("issue_id", issue.id());
        row.put("id", option.id());
        row.put("position", position);
        row.put("name", option.name());
        option.score().ifPresent(score -> row.put("score", score));
        option.theirs().ifPresent(range -> put(row, "their_", range));
        return row;
    }

    public void lines(Viewer viewer, NegotiationId id, List<PlanLine> lines) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (PlanLine line : lines) rows.add(row(line, rows.size()));
        keep(viewer, id, "negotiation_line", rows);
        run(
                viewer,
                id,
                """
                INSERT INTO negotiation_line (workspace_id, negotiation_id, id, section, position, side, party, words, reply, more, cost, dear)
                SELECT :workspace, :negotiation, r.* FROM jsonb_to_recordset(:rows::jsonb)
                    AS r (id uuid, section text, position int, side text, party text, words text, reply text, more text, cost int, dear int)
                ON CONFLICT (workspace_id, negotiation_id, id) DO UPDATE SET section = excluded.section, position = excluded.position, side = excluded.side,
                    party = excluded.party, words = excluded.words, reply = excluded.reply, more = excluded.more, cost = excluded.cost, dear = excluded.dear
                """,
                rows);
    }

    private static Map<String, Object> row(PlanLine line, int position) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", line.id());
        row.put("section", line.section().word());
        row.put("position", position);
        row.put("side", line.side().word());
        row.put("party", line.party());
        row.put("words", line.words());
        row.put("reply", line.reply());
        row.put("more", line.more());
        line.cost().ifPresent(cost -> row.put("cost", cost));
        line.dear().ifPresent(dear -> row.put("dear", dear));
        return row;
    }

    public void alternatives(Viewer viewer, NegotiationId id, List<Alternative> alternatives) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Alternative one : alternatives) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", one.id());
            row.put("position", rows.size());
            row.put("side", one.side().word());
            row.put("name", one.name());
            row.put("workings", one.workings());
            one.worth().ifPresent(range -> put(row, "worth_", range));
            rows.add(row);
        }
        keep(viewer, id, "negotiation_alternative", rows);
        run(
                viewer,
                id,
                """
                INSERT INTO negotiation_alternative (workspace_id, negotiation_id, id, position, side, name, workings, worth_low, worth_high)
                SELECT :workspace, :negotiation, r.* FROM jsonb_to_recordset(:rows::jsonb)
                    AS r (id uuid, position int, side text, name text, workings text, worth_low numeric, worth_high numeric)
                ON CONFLICT (workspace_id, negotiation_id, id) DO UPDATE SET position = excluded.position, side = excluded.side, name = excluded.name,
                    workings = excluded.workings, worth_low = excluded.worth_low, worth_high = excluded.worth_high
                """,
                rows);
    }

    public void proposal(Viewer viewer, NegotiationId id, Map<UUID, String> proposal) {
        clear(viewer, id, "negotiation_proposal");
        List<Map<String, Object>> rows = new ArrayList<>();
        proposal.forEach((issue, choice) -> rows.add(Map.of("issue", issue, "choice", choice)));
        run(
                viewer,
                id,
                """
                INSERT INTO negotiation_proposal (workspace_id, negotiation_id, issue_id, choice)
                SELECT :workspace, :negotiation, r.issue, r.choice FROM jsonb_to_recordset(:rows::jsonb) AS r (issue uuid, choice text)
                JOIN negotiation_issue i ON i.workspace_id = :workspace AND i.negotiation_id = :negotiation AND i.id = r.issue
                """,
                rows);
    }

    private void clear(Viewer viewer, NegotiationId id, String table) {
        jdbc.sql(
                        "DELETE FROM %s WHERE workspace_id = :workspace AND negotiation_id = :negotiation"
                                .formatted(table))
                .param("workspace", viewer.workspace().value())
                .param("negotiation", id.value())
                .update();
    }

    public void ticks(Viewer viewer, NegotiationId id, Map<Tick, String> ticks, Instant at) {
        List<Map<String, Object>> rows = new ArrayList<>();
        ticks.forEach(
                (tick, evidence) -> rows.add(Map.of("kind", tick.word(), "evidence", evidence)));
        run(
                viewer,
                id,
                """
                DELETE FROM negotiation_tick t WHERE t.workspace_id = :workspace AND t.negotiation_id = :negotiation
                  AND NOT EXISTS (SELECT FROM jsonb_to_recordset(:rows::jsonb) AS r (kind text) WHERE r.kind = t.kind)
                """,
                rows);
        jdbc.sql(
                        """
                        INSERT INTO negotiation_tick (workspace_id, negotiation_id, kind, evidence, at, member_id)
                        SELECT :workspace, :negotiation, r.kind, r.evidence, :at, :member FROM jsonb_to_recordset(:rows::jsonb) AS r (kind text, evidence text)
                        ON CONFLICT (workspace_id, negotiation_id, kind) DO UPDATE SET evidence = excluded.evidence, at = excluded.at, member_id = excluded.member_id
                        WHERE negotiation_tick.evidence <> excluded.evidence
                        """)
                .param("workspace", viewer.workspace().value())
                .param("negotiation", id.value())
                .param("rows", JsonMapper.shared().writeValueAsString(rows))
                .param("at", NegotiationRows.utc(at))
                .param("member", viewer.member().value())
                .update();
    }

    public void trades(Viewer viewer, NegotiationId id, List<TradeOff> trades) {
        clear(viewer, id, "negotiation_trade");
        for (TradeOff trade : trades)
            jdbc.sql(
                            """
                            INSERT INTO negotiation_trade (workspace_id, negotiation_id, id, give_issue, give_from, give_to, get_issue, get_from, get_to, answer)
                            VALUES (:workspace, :negotiation, :id, :giveIssue, :giveFrom, :giveTo, :getIssue, :getFrom, :getTo, :answer)
                            """)
                    .param("workspace", viewer.workspace().value())
                    .param("negotiation", id.value())
                    .param("id", trade.id())
                    .param("giveIssue", trade.give().issue())
                    .param("giveFrom", trade.give().from())
                    .param("giveTo", trade.give().to())
                    .param("getIssue", trade.get().issue())
                    .param("getFrom", trade.get().from())
                    .param("getTo", trade.get().to())
                    .param("answer", trade.answer().word())
                    .update();
    }
}
