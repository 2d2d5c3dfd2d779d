package app.rapport.conversations.store;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an import brought, and how it goes again. */
@Repository
public class ImportedTouches {
    private final JdbcClient jdbc;

    ImportedTouches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes back what only this import brought: a touch that another import brought too stays in
     * the member's archive, one that lies in a colleague's archive stays there.
     */
    public void takeBack(Viewer viewer, ImportId importId) {
        run(
                viewer,
                importId,
                """
                DELETE FROM touch_owner o
                USING import_touch mine
                WHERE mine.workspace_id = :workspace AND mine.import_id = :import
                  AND o.workspace_id = mine.workspace_id AND o.touch_id = mine.touch_id AND o.member_id = mine.member_id
                  AND NOT EXISTS (SELECT FROM import_touch other
                                  WHERE other.workspace_id = mine.workspace_id AND other.touch_id = mine.touch_id
                                    AND other.member_id = mine.member_id AND other.import_id <> mine.import_id)
                """);
        run(
                viewer,
                importId,
                """
                DELETE FROM touch t
                USING import_touch mine
                WHERE mine.workspace_id = :workspace AND mine.import_id = :import
                  AND t.workspace_id = mine.workspace_id AND t.id = mine.touch_id
                  AND NOT EXISTS (SELECT FROM touch_owner o WHERE o.workspace_id = t.workspace_id AND o.touch_id = t.id)
                """);
        run(
                viewer,
                importId,
                "DELETE FROM import_touch WHERE workspace_id = :workspace AND import_id = :import");
        sweep(viewer);
    }

    private void run(Viewer viewer, ImportId importId, String sql) {
        jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .update();
    }

    /** Threads without touches and originals without mails. */
    void sweep(Viewer viewer) {
        for (String sql :
                List.of(
                        """
                        DELETE FROM thread h WHERE h.workspace_id = :workspace
                          AND NOT EXISTS (SELECT FROM touch t WHERE t.workspace_id = h.workspace_id AND t.thread_id = h.id)
                        """,
                        """
                        DELETE FROM blob b WHERE b.workspace_id = :workspace
                          AND NOT EXISTS (SELECT FROM touch t WHERE t.workspace_id = b.workspace_id AND t.raw_digest = b.digest)
                          AND NOT EXISTS (SELECT FROM attachment a WHERE a.workspace_id = b.workspace_id AND a.digest = b.digest)
                          AND NOT EXISTS (SELECT FROM kept_original k WHERE k.workspace_id = b.workspace_id AND k.digest = b.digest)
                        """)) {
            jdbc.sql(sql).param("workspace", viewer.workspace().value()).update();
        }
    }

    /** An address that stands on many of the member's mails. */
    public record Frequent(String address, long sent, long on) {}

    /** The addresses on most of a member's mails: the first is nearly always their own. */
    public List<Frequent> frequent(Viewer viewer, int most) {
        return jdbc.sql(
                        """
                        SELECT p.address_key, count(*) FILTER (WHERE p.role = 'from') AS sent, count(DISTINCT p.touch_id) AS mails
                        FROM touch_owner o
                        JOIN touch_party p ON p.workspace_id = o.workspace_id AND p.touch_id = o.touch_id
                        WHERE o.workspace_id = :workspace AND o.member_id = :member AND position('@' in p.address_key) > 1
                        GROUP BY p.address_key
                        HAVING count(*) FILTER (WHERE p.role = 'from') > 0
                        ORDER BY mails DESC, p.address_key
                        LIMIT :most
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("most", most)
                .query((row, _) -> new Frequent(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }
}
