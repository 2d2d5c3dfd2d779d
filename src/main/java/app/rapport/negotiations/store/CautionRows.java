package app.rapport.negotiations.store;

import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.model.table.Caution;
import app.rapport.negotiations.model.table.Caution.Sign;
import app.rapport.negotiations.model.table.CurveBall;
import app.rapport.negotiations.model.table.NotedCaution;
import app.rapport.negotiations.model.table.NotedCaution.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was warned of at tables; whoever calls has asked for the team. */
@Repository
public class CautionRows {
    private static final int CURVE_BALLS = 10;

    private final JdbcClient jdbc;

    CautionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec asked(Viewer viewer, NegotiationId id, String sql) {
        return jdbc.sql(sql).param("workspace", viewer.workspace().value()).param("id", id.value());
    }

    /** In the order of their offers, those of offers taken back left out. */
    public List<NotedCaution> list(Viewer viewer, NegotiationId id) {
        return asked(
                        viewer,
                        id,
                        """
                        SELECT c.* FROM negotiation_caution c
                        JOIN negotiation_offer o ON o.workspace_id = c.workspace_id AND o.negotiation_id = c.negotiation_id AND o.id = c.offer_id
                        WHERE c.workspace_id = :workspace AND c.negotiation_id = :id AND o.taken_back_at IS NULL ORDER BY c.at, c.id
                        """)
                .query((row, _) -> caution(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<NotedCaution> caution(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID offer = row.getObject("offer_id", UUID.class);
        String reason = row.getString("reason");
        String say = row.getString("say");
        Instant at = NegotiationRows.moment(row, "at").orElseThrow();
        Optional<Answer> answer = Optional.ofNullable(row.getString("answer")).flatMap(Answer::of);
        return Sign.of(row.getString("sign"))
                .map(sign ->
                        new NotedCaution(
                                id,
                                offer,
                                new Caution(sign, reason, say, Optional.empty()),
                                at,
                                answer));
    }

    public void add(Viewer viewer, NegotiationId id, List<NotedCaution> cautions) {
        if (cautions.isEmpty()) return;
        List<Map<String, Object>> rows = cautions.stream().map(CautionRows::row).toList();
        asked(
                        viewer,
                        id,
                        """
                        INSERT INTO negotiation_caution (workspace_id, negotiation_id, id, offer_id, sign, tactic, reason, say, at, member_id, answer, answered_at, answered_by)
                        SELECT :workspace, :id, r.id, r.offer_id, r.sign, r.tactic, r.reason, r.say, r.at, :member, r.answer,
                               CASE WHEN r.answer IS NOT NULL THEN r.at END, CASE WHEN r.answer IS NOT NULL THEN :member::uuid END
                        FROM jsonb_to_recordset(:rows::jsonb)
                            AS r (id uuid, offer_id uuid, sign text, tactic boolean, reason text, say text, at timestamptz, answer text)
                        """)
                .param("member", viewer.member().value())
                .param("rows", JsonMapper.shared().writeValueAsString(rows))
                .update();
    }

    private static Map<String, Object> row(NotedCaution one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", one.id());
        row.put("offer_id", one.offer());
        row.put("sign", one.caution().sign().key());
        row.put("tactic", one.caution().sign().isTactic());
        row.put("reason", one.caution().reason());
        row.put("say", one.caution().say());
        row.put("at", one.at().toString());
        one.answer().ifPresent(answer -> row.put("answer", answer.word()));
        return row;
    }

    public boolean answer(
            Viewer viewer, NegotiationId id, UUID caution, Optional<Answer> answer, Instant at) {
        return asked(
                                viewer,
                                id,
                                """
                                UPDATE negotiation_caution SET answer = :answer, answered_at = :at, answered_by = :member
                                WHERE workspace_id = :workspace AND negotiation_id = :id AND id = :caution
                                """)
                        .param("caution", caution)
                        .param("answer", answer.map(Answer::word).orElse(null), Types.VARCHAR)
                        .param("at", NegotiationRows.utc(at))
                        .param("member", viewer.member().value())
                        .update()
                == 1;
    }

    /** What the same buyer tried at other tables of the viewer's teams, newest first. */
    public List<CurveBall> earlier(Viewer viewer, NegotiationId id) {
        return asked(
                        viewer,
                        id,
                        """
                        SELECT c.sign, c.reason, c.at, n.title FROM negotiation here
                        JOIN deal d ON d.workspace_id = here.workspace_id AND d.id = here.deal_id
                        JOIN deal e ON e.workspace_id = d.workspace_id AND e.account_id = d.account_id
                        JOIN negotiation n ON n.workspace_id = e.workspace_id AND n.deal_id = e.id AND n.id <> here.id
                        JOIN negotiation_caution c ON c.workspace_id = n.workspace_id AND c.negotiation_id = n.id
                        WHERE here.workspace_id = :workspace AND here.id = :id AND c.tactic AND c.answer = 'so' AND
                        """
                                + NegotiationRows.OURS
                                + " ORDER BY c.at DESC LIMIT :most")
                .param("member", viewer.member().value())
                .param("most", CURVE_BALLS)
                .query((row, _) -> curveBall(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<CurveBall> curveBall(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        String title = row.getString("title");
        Instant at = NegotiationRows.moment(row, "at").orElseThrow();
        return Sign.of(row.getString("sign")).map(sign -> new CurveBall(sign, reason, title, at));
    }
}
