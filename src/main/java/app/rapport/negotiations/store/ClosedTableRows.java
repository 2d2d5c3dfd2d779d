package app.rapport.negotiations.store;

import app.rapport.kernel.Viewer;
import app.rapport.negotiations.ClosedTables.Closed;
import app.rapport.negotiations.NegotiationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Which tables closed, for their teams. */
@Repository
public class ClosedTableRows {
    private static final int LISTED = 200;

    private final JdbcClient jdbc;

    ClosedTableRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As it was called then; whoever did not keep that plan called it as now. */
    private static final String TITLE_THEN =
            """
            CASE WHEN n.updated_at <= :until THEN n.title ELSE coalesce(
                (SELECT v.plan ->> 'title' FROM negotiation_version v WHERE v.workspace_id = n.workspace_id AND v.negotiation_id = n.id
                                                                        AND v.at <= :until ORDER BY v.revision DESC LIMIT 1), n.title) END
            """;

    private StatementSpec asked(Viewer viewer, String title, String which) {
        return jdbc.sql(
                        """
                        SELECT n.id, %s AS title, t.ended_at, t.result FROM negotiation n
                        JOIN negotiation_table t ON t.workspace_id = n.workspace_id AND t.negotiation_id = n.id
                        WHERE t.ended_at IS NOT NULL AND %s AND %s
                        """
                                .formatted(title, NegotiationRows.OURS, which))
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value());
    }

    public Optional<Closed> one(Viewer viewer, NegotiationId id) {
        return asked(viewer, "n.title", "n.id = :id")
                .param("id", id.value())
                .query((row, _) -> closed(row))
                .optional();
    }

    public List<Closed> between(Viewer viewer, Instant after, Instant until) {
        return asked(
                        viewer,
                        TITLE_THEN,
                        "t.ended_at > :after AND t.ended_at <= :until ORDER BY t.ended_at DESC, n.id LIMIT :most")
                .param("after", NegotiationRows.utc(after))
                .param("until", NegotiationRows.utc(until))
                .param("most", LISTED)
                .query((row, _) -> closed(row))
                .list();
    }

    private static Closed closed(ResultSet row) throws SQLException {
        return new Closed(
                new NegotiationId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                "agreed".equals(row.getString("result")));
    }
}
