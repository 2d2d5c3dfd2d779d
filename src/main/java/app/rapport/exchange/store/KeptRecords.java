package app.rapport.exchange.store;

import app.rapport.exchange.model.ItemResult;
import app.rapport.exchange.model.ItemResult.Became;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deals, notes, tasks and coming events that wait for their rooms; each content once. */
@Repository
public class KeptRecords {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    KeptRecords(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
    }

    /** Those among the results that are kept already. */
    Set<UUID> known(Viewer viewer, List<ItemResult> results) {
        byte[][] digests =
                results.stream()
                        .map(ItemResult::became)
                        .filter(Became.Kept.class::isInstance)
                        .map(became -> ((Became.Kept) became).digest())
                        .toArray(byte[][]::new);
        if (digests.length == 0) return Set.of();
        return new HashSet<>(
                jdbc.sql(
                                "SELECT digest FROM kept_record WHERE workspace_id = :workspace AND digest = ANY(:digests)")
                        .param("workspace", viewer.workspace().value())
                        .param("digests", digests)
                        .query((row, _) -> UUID.nameUUIDFromBytes(row.getBytes(1)))
                        .list());
    }

    /**
     * @param outcomes one for each result
     * @param first number of the first item within the import
     */
    void insert(
            Viewer viewer,
            ImportId id,
            List<ItemResult> results,
            List<String> outcomes,
            long first) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < results.size(); i++)
            if (results.get(i).became() instanceof Became.Kept kept
                    && outcomes.get(i).equals("stored"))
                rows.add(
                        new Object[] {
                            viewer.workspace().value(),
                            id.value(),
                            first + i,
                            kept.kind(),
                            kept.record(),
                            kept.digest()
                        });
        if (!rows.isEmpty())
            batches.batchUpdate(
                    """
                    INSERT INTO kept_record (workspace_id, import_id, item, kind, record, digest)
                    VALUES (?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT DO NOTHING
                    """,
                    rows);
    }

    /** How many rows of that kind wait for a room. */
    public long count(Viewer viewer, String kind) {
        return jdbc.sql(
                        "SELECT count(*) FROM kept_record WHERE workspace_id = :workspace AND kind = :kind")
                .param("workspace", viewer.workspace().value())
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    /**
     * A row that waits.
     *
     * @param subject by which its items name it
     */
    public record Waiting(
            ImportId importId,
            String source,
            long item,
            String position,
            String record,
            UUID subject) {}

    /** Of that kind, file by file; nobody else takes them meanwhile. */
    public List<Waiting> waiting(Viewer viewer, String kind, int most) {
        return jdbc.sql(
                        """
                        SELECT k.import_id, i.source, k.item, i.position, k.record, k.digest FROM kept_record k
                        JOIN import_item i ON i.workspace_id = k.workspace_id AND i.import_id = k.import_id AND i.item = k.item
                        WHERE k.workspace_id = :workspace AND k.kind = :kind ORDER BY k.import_id, k.item LIMIT :most FOR UPDATE OF k
                        """)
                .param("workspace", viewer.workspace().value())
                .param("kind", kind)
                .param("most", most)
                .query((row, _) ->
                        new Waiting(
                                new ImportId(row.getObject("import_id", UUID.class)),
                                row.getString("source"),
                                row.getLong("item"),
                                row.getString("position"),
                                row.getString("record"),
                                UUID.nameUUIDFromBytes(row.getBytes("digest"))))
                .list();
    }

    /** What waited became this: each item that names it names what it became. */
    public void given(Viewer viewer, Map<Waiting, UUID> became) {
        if (became.isEmpty()) return;
        List<Waiting> waited = List.copyOf(became.keySet());
        jdbc.sql(
                        """
                        UPDATE import_item i SET subject = g.subject FROM unnest(:kept::uuid[], :subjects::uuid[]) AS g (kept, subject)
                        WHERE i.workspace_id = :workspace AND i.subject = g.kept
                        """)
                .param("workspace", viewer.workspace().value())
                .param("kept", waited.stream().map(Waiting::subject).toArray(UUID[]::new))
                .param("subjects", waited.stream().map(became::get).toArray(UUID[]::new))
                .update();
        jdbc.sql(
                        """
                        DELETE FROM kept_record k USING unnest(:imports::uuid[], :items::bigint[]) AS g (import_id, item)
                        WHERE k.workspace_id = :workspace AND k.import_id = g.import_id AND k.item = g.item
                        """)
                .param("workspace", viewer.workspace().value())
                .param(
                        "imports",
                        waited.stream().map(one -> one.importId().value()).toArray(UUID[]::new))
                .param("items", waited.stream().map(Waiting::item).toArray(Long[]::new))
                .update();
    }

    /** Takes back what only this import kept; what another brought too becomes the other's. */
    public void takeBack(Viewer viewer, ImportId id) {
        List<UUID> mine =
                jdbc.sql(
                                "SELECT digest FROM kept_record WHERE workspace_id = :workspace AND import_id = :import")
                        .param("workspace", viewer.workspace().value())
                        .param("import", id.value())
                        .query((row, _) -> UUID.nameUUIDFromBytes(row.getBytes(1)))
                        .list();
        if (mine.isEmpty()) return;
        jdbc.sql(
                        """
                        WITH other AS (
                            SELECT DISTINCT ON (i.subject) i.subject, i.import_id, i.item FROM import_item i
                            JOIN import m ON m.workspace_id = i.workspace_id AND m.id = i.import_id
                            WHERE i.workspace_id = :workspace AND i.subject = ANY(:mine) AND i.import_id <> :import AND m.state <> 'undone'
                            ORDER BY i.subject, m.created_at, i.item)
                        UPDATE kept_record k SET import_id = other.import_id, item = other.item
                        FROM other JOIN import_item own ON own.workspace_id = :workspace AND own.import_id = :import AND own.subject = other.subject
                                                       AND own.outcome = 'stored'
                        WHERE k.workspace_id = :workspace AND k.import_id = :import AND k.item = own.item
                        """)
                .param("workspace", viewer.workspace().value())
                .param("import", id.value())
                .param("mine", mine.toArray(UUID[]::new))
                .update();
        jdbc.sql("DELETE FROM kept_record WHERE workspace_id = :workspace AND import_id = :import")
                .param("workspace", viewer.workspace().value())
                .param("import", id.value())
                .update();
    }
}
