package app.rapport.promises.store;

import app.rapport.kernel.Viewer;
import app.rapport.promises.model.Wording;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What promises said before, and what they say now. Whose they are is asked for before. */
@Repository
public class WordingRows {
    private static final int SHOWN = 20;

    private final JdbcClient jdbc;

    WordingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public List<Wording> of(Viewer viewer, UUID promise) {
        return asked(
                        viewer,
                        promise,
                        """
                        SELECT id, said, at FROM promise_wording
                        WHERE workspace_id = :workspace AND promise_id = :promise ORDER BY id DESC LIMIT :most
                        """)
                .param("most", SHOWN)
                .query((row, _) ->
                        new Wording(
                                row.getObject("id", UUID.class),
                                row.getString("said"),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private StatementSpec asked(Viewer viewer, UUID promise, String sql) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("promise", promise);
    }

    public void add(Viewer viewer, UUID promise, Wording before) {
        asked(
                        viewer,
                        promise,
                        """
                        INSERT INTO promise_wording (workspace_id, promise_id, id, said, at, member_id)
                        VALUES (:workspace, :promise, :id, :said, :at, :member)
                        """)
                .param("id", before.id())
                .param("said", before.said())
                .param("at", before.at().atOffset(ZoneOffset.UTC))
                .param("member", viewer.member().value())
                .update();
    }

    public void remove(Viewer viewer, UUID promise, UUID wording) {
        asked(
                        viewer,
                        promise,
                        "DELETE FROM promise_wording WHERE workspace_id = :workspace AND promise_id = :promise AND id = :id")
                .param("id", wording)
                .update();
    }

    public void say(Viewer viewer, UUID promise, String what) {
        asked(
                        viewer,
                        promise,
                        "UPDATE promise SET what = :what WHERE workspace_id = :workspace AND id = :promise")
                .param("what", what)
                .update();
    }
}
