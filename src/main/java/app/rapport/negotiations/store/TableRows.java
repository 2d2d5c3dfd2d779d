package app.rapport.negotiations.store;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.model.table.Ending;
import app.rapport.negotiations.model.table.TableState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How a table stands; whoever calls has asked for the team. */
@Repository
public class TableRows {
    private final JdbcClient jdbc;

    TableRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec asked(Viewer viewer, NegotiationId id, String sql) {
        return jdbc.sql(sql).param("workspace", viewer.workspace().value()).param("id", id.value());
    }

    public TableState state(Viewer viewer, NegotiationId id) {
        return asked(
                        viewer,
                        id,
                        "SELECT * FROM negotiation_table WHERE workspace_id = :workspace AND negotiation_id = :id")
                .query((row, _) -> state(row))
                .optional()
                .orElse(TableState.FRESH);
    }

    private static TableState state(ResultSet row) throws SQLException {
        return new TableState(
                row.getInt("changes"),
                NegotiationRows.moment(row, "ends_on"),
                NegotiationRows.moment(row, "break_until"),
                ending(row));
    }

    private static Optional<Ending> ending(ResultSet row) throws SQLException {
        Optional<Instant> at = NegotiationRows.moment(row, "ended_at");
        if (at.isEmpty()) return Optional.empty();
        MemberId by = new MemberId(row.getObject("ended_by", UUID.class));
        return Optional.of(
                row.getString("result").equals("agreed")
                        ? new Ending.Agreed(at.get(), by, row.getObject("agreed_offer", UUID.class))
                        : new Ending.Left(at.get(), by, row.getString("reason")));
    }

    /** How much happened at an open table; empty to whoever is not on its team. */
    public Optional<Integer> changes(Viewer viewer, NegotiationId id) {
        return asked(
                        viewer,
                        id,
                        """
                        SELECT coalesce((SELECT t.changes FROM negotiation_table t WHERE t.workspace_id = n.workspace_id AND t.negotiation_id = n.id), 0)
                        FROM negotiation n WHERE n.id = :id AND n.opened_at IS NOT NULL AND
                        """
                                + NegotiationRows.OURS)
                .param("member", viewer.member().value())
                .query(Integer.class)
                .optional();
    }

    /** Counts that something happened, so that those who look on ask for it. */
    public void changed(Viewer viewer, NegotiationId id) {
        asked(
                        viewer,
                        id,
                        """
                        INSERT INTO negotiation_table AS t (workspace_id, negotiation_id, changes) VALUES (:workspace, :id, 1)
                        ON CONFLICT (workspace_id, negotiation_id) DO UPDATE SET changes = t.changes + 1
                        """)
                .update();
    }

    public void endsOn(Viewer viewer, NegotiationId id, Optional<Instant> at) {
        set(viewer, id, "ends_on", at);
    }

    public void breakUntil(Viewer viewer, NegotiationId id, Optional<Instant> at) {
        set(viewer, id, "break_until", at);
    }

    private void set(Viewer viewer, NegotiationId id, String column, Optional<Instant> at) {
        asked(
                        viewer,
                        id,
                        "UPDATE negotiation_table SET %s = :at WHERE workspace_id = :workspace AND negotiation_id = :id"
                                .formatted(column))
                .param("at", NegotiationRows.utc(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    public void end(Viewer viewer, NegotiationId id, Ending ending) {
        boolean agreed = ending instanceof Ending.Agreed;
        asked(
                        viewer,
                        id,
                        """
                        UPDATE negotiation_table SET ended_at = :at, ended_by = :member, result = :result, agreed_offer = :offer, reason = :reason
                        WHERE workspace_id = :workspace AND negotiation_id = :id
                        """)
                .param("at", NegotiationRows.utc(ending.at()))
                .param("member", ending.by().value())
                .param("result", agreed ? "agreed" : "left")
                .param(
                        "offer",
                        ending instanceof Ending.Agreed one ? one.offer() : null,
                        Types.OTHER)
                .param("reason", ending instanceof Ending.Left one ? one.reason() : "")
                .update();
    }

    /** The door is open: they come back to it. */
    public void reopen(Viewer viewer, NegotiationId id) {
        asked(
                        viewer,
                        id,
                        """
                        UPDATE negotiation_table SET ended_at = NULL, ended_by = NULL, result = NULL, agreed_offer = NULL, reason = ''
                        WHERE workspace_id = :workspace AND negotiation_id = :id
                        """)
                .update();
    }
}
