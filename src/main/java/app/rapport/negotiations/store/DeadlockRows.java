package app.rapport.negotiations.store;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.model.table.Deadlock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written in deadlock rooms; whoever calls has asked for the team. */
@Repository
public class DeadlockRows {
    private final JdbcClient jdbc;

    DeadlockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec asked(Viewer viewer, NegotiationId id, String sql) {
        return jdbc.sql(sql).param("workspace", viewer.workspace().value()).param("id", id.value());
    }

    public Deadlock one(Viewer viewer, NegotiationId id) {
        return asked(
                        viewer,
                        id,
                        "SELECT * FROM negotiation_deadlock WHERE workspace_id = :workspace AND negotiation_id = :id")
                .query((row, _) -> deadlock(row))
                .optional()
                .orElse(Deadlock.NONE);
    }

    private static Deadlock deadlock(ResultSet row) throws SQLException {
        return new Deadlock(
                row.getString("our_view"),
                row.getString("their_view"),
                row.getString("question"),
                row.getString("heard"),
                row.getString("our_way"),
                row.getString("their_way"),
                row.getInt("revision"),
                Optional.of(
                        new Deadlock.Changed(
                                new MemberId(row.getObject("changed_by", UUID.class)),
                                NegotiationRows.moment(row, "changed_at").orElseThrow())));
    }

    /** False where somebody else wrote since the revision that the writer saw. */
    public boolean write(Viewer viewer, NegotiationId id, Deadlock written, Instant at) {
        return asked(
                                viewer,
                                id,
                                """
                                INSERT INTO negotiation_deadlock AS d
                                    (workspace_id, negotiation_id, our_view, their_view, question, heard, our_way, their_way, revision, changed_at, changed_by)
                                SELECT :workspace, :id, :ourView, :theirView, :question, :heard, :ourWay, :theirWay, :seen + 1, :at, :member
                                WHERE :seen = 0 OR EXISTS (SELECT FROM negotiation_deadlock WHERE workspace_id = :workspace AND negotiation_id = :id)
                                ON CONFLICT (workspace_id, negotiation_id) DO UPDATE SET our_view = excluded.our_view, their_view = excluded.their_view,
                                    question = excluded.question, heard = excluded.heard, our_way = excluded.our_way, their_way = excluded.their_way,
                                    revision = excluded.revision, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                                WHERE d.revision = :seen
                                """)
                        .param("ourView", written.ourView())
                        .param("theirView", written.theirView())
                        .param("question", written.question())
                        .param("heard", written.heard())
                        .param("ourWay", written.ourWay())
                        .param("theirWay", written.theirWay())
                        .param("seen", written.revision())
                        .param("at", NegotiationRows.utc(at))
                        .param("member", viewer.member().value())
                        .update()
                == 1;
    }
}
