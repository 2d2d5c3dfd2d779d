package app.rapport.promises.store;

import app.rapport.kernel.Viewer;
import app.rapport.promises.model.Promise;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks as they lay with members at past moments, also such as were done or given on since. */
@Repository
public class PastTaskRows {
    private static final int MOST = 400;

    private final JdbcClient jdbc;
    private final PromiseRows rows;

    PastTaskRows(JdbcClient jdbc, PromiseRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Open at that moment, and the viewer's own then or now. */
    public List<Promise> open(Viewer viewer, Instant at) {
        List<UUID> ids =
                jdbc.sql(
                                """
                                (SELECT p.id FROM promise p
                                 WHERE p.workspace_id = :workspace AND p.member_id = :member AND p.side = 'task'
                                   AND p.made_at <= :at AND (p.settled_at IS NULL OR p.settled_at > :at)
                                 ORDER BY p.id DESC LIMIT :most)
                                UNION
                                (SELECT p.id FROM promise_step g
                                 JOIN promise p ON p.workspace_id = g.workspace_id AND p.id = g.promise_id AND p.side = 'task'
                                 WHERE g.workspace_id = :workspace AND g.kind = 'given' AND g.at > :at
                                   AND p.made_at <= :at AND (p.settled_at IS NULL OR p.settled_at > :at)
                                 ORDER BY g.at LIMIT :most)
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param("at", PromiseRows.utc(at))
                        .param("most", MOST)
                        .query(UUID.class)
                        .list();
        return rows.all(viewer, ids);
    }
}
