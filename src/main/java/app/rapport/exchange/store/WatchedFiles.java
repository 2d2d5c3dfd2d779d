package app.rapport.exchange.store;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Watched folders, and how far their files are read. */
@Repository
public class WatchedFiles {
    private final JdbcClient jdbc;

    WatchedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far a file is read.
     *
     * @param lastFrom where the last message begins that was read
     */
    public record Mark(long readTo, long lastFrom) {}

    public Optional<ImportId> record(Viewer viewer, String path) {
        return jdbc.sql(
                        "SELECT import_id FROM watched_folder WHERE workspace_id = :workspace AND member_id = :member AND path = :path")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("path", path)
                .query((row, _) -> new ImportId(row.getObject(1, UUID.class)))
                .optional();
    }

    public void watch(Viewer viewer, String path, ImportId record) {
        jdbc.sql(
                        """
                        INSERT INTO watched_folder (workspace_id, member_id, path, import_id)
                        VALUES (:workspace, :member, :path, :import)
                        ON CONFLICT (workspace_id, member_id, path) DO UPDATE SET import_id = excluded.import_id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("path", path)
                .param("import", record.value())
                .update();
    }

    public void owesConclusion(Viewer viewer, String path, boolean owes) {
        jdbc.sql(
                        "UPDATE watched_folder SET owes_conclusion = :owes WHERE workspace_id = :workspace AND member_id = :member AND path = :path")
                .param("owes", owes)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("path", path)
                .update();
    }

    public boolean owesConclusion(Viewer viewer, String path) {
        return jdbc.sql(
                        "SELECT owes_conclusion FROM watched_folder WHERE workspace_id = :workspace AND member_id = :member AND path = :path")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("path", path)
                .query(Boolean.class)
                .single();
    }

    public Map<String, Mark> marks(Viewer viewer, String path) {
        Map<String, Mark> marks = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT name, read_to, last_from FROM watched_file
                        WHERE workspace_id = :workspace AND member_id = :member AND path = :path
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("path", path)
                .query(row -> {
                    marks.put(
                            row.getString("name"),
                            new Mark(row.getLong("read_to"), row.getLong("last_from")));
                });
        return marks;
    }

    /** In the transaction of the batch that was read. */
    public void mark(Viewer viewer, String path, Map<String, Mark> marks) {
        jdbc.sql(
                        """
                        INSERT INTO watched_file (workspace_id, member_id, path, name, read_to, last_from)
                        SELECT :workspace, :member, :path, m.name, m.read_to, m.last_from
                        FROM unnest(:names::text[], :tos::bigint[], :froms::bigint[]) AS m (name, read_to, last_from)
                        ON CONFLICT (workspace_id, member_id, path, name)
                        DO UPDATE SET read_to = excluded.read_to, last_from = excluded.last_from
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("path", path)
                .param("names", marks.keySet().toArray(String[]::new))
                .param("tos", marks.values().stream().map(Mark::readTo).toArray(Long[]::new))
                .param("froms", marks.values().stream().map(Mark::lastFrom).toArray(Long[]::new))
                .update();
    }
}
