package app.rapport.exchange.store;

import app.rapport.exchange.model.ItemResult;
import app.rapport.exchange.model.ItemResult.Became;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
