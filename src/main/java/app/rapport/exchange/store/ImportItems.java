package app.rapport.exchange.store;

import app.rapport.exchange.model.AsideItem;
import app.rapport.exchange.model.AsideKind;
import app.rapport.exchange.model.ItemResult;
import app.rapport.exchange.model.ItemResult.Became;
import app.rapport.exchange.model.Report;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of each item of an import. */
@Repository
public class ImportItems {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final KeptRecords records;

    ImportItems(JdbcClient jdbc, DataSource dataSource, KeptRecords records) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
        this.records = records;
    }

    record Row(
            String source,
            String position,
            String outcome,
            @Nullable String reason,
            byte @Nullable [] raw,
            @Nullable UUID subject) {}

    List<Row> rows(Viewer viewer, List<ItemResult> results) {
        Set<UUID> kept = new HashSet<>(records.known(viewer, results));
        List<Row> rows = new ArrayList<>();
        for (ItemResult item : results) rows.add(row(item, kept));
        return rows;
    }

    private static Row row(ItemResult item, Set<UUID> kept) {
        String source = item.source();
        String position = item.position();
        return switch (item.became()) {
            case Became.Stored(UUID subject) ->
                    new Row(source, position, "stored", null, null, subject);
            case Became.AlreadyKnown(UUID subject) ->
                    new Row(source, position, "known", null, null, subject);
            case Became.Kept record -> {
                boolean isNew = kept.add(record.id()) || record.touched();
                yield new Row(
                        source, position, isNew ? "stored" : "known", null, null, record.id());
            }
            case Became.SetAside(String reason, var raw) ->
                    new Row(source, position, "aside", reason, raw.orElse(null), null);
        };
    }

    /**
     * @param first number of the first item within the import
     */
    void insert(Viewer viewer, ImportId id, List<ItemResult> results, List<Row> items, long first) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Row item = items.get(i);
            rows.add(
                    new Object[] {
                        viewer.workspace().value(),
                        id.value(),
                        first + i,
                        item.source(),
                        item.position(),
                        item.outcome(),
                        item.reason(),
                        item.raw(),
                        item.subject()
                    });
        }
        batches.batchUpdate(
                "INSERT INTO import_item (workspace_id, import_id, item, source, position, outcome, reason, raw_digest, subject) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                new int[] {
                    Types.OTHER,
                    Types.OTHER,
                    Types.BIGINT,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.BINARY,
                    Types.OTHER
                });
        records.insert(viewer, id, results, items.stream().map(Row::outcome).toList(), first);
    }

    /** What was set aside, after that item. */
    public List<AsideItem> aside(Viewer viewer, ImportId id, long after, int limit) {
        return jdbc.sql(
                        """
                        SELECT item, source, position, reason, raw_digest FROM import_item
                        WHERE workspace_id = :workspace AND import_id = :id AND outcome = 'aside' AND item > :after
                        ORDER BY item LIMIT :limit
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("after", after)
                .param("limit", limit)
                .query(ImportItems::aside)
                .list();
    }

    /** How many of each kind were set aside; a kind is told by the first word of its place. */
    public Map<AsideKind, Long> asideKinds(Viewer viewer, ImportId id) {
        Map<AsideKind, Long> kinds = new EnumMap<>(AsideKind.class);
        jdbc.sql(
                        """
                        SELECT split_part(position, ' ', 1) AS word, count(*) AS number FROM import_item
                        WHERE workspace_id = :workspace AND import_id = :id AND outcome = 'aside' GROUP BY 1
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .query(row -> {
                    kinds.merge(
                            AsideKind.at(row.getString("word") + " "),
                            row.getLong("number"),
                            Long::sum);
                });
        return kinds;
    }

    private static AsideItem aside(ResultSet row, int n) throws SQLException {
        return new AsideItem(
                row.getLong("item"),
                new Report.SetAside(
                        row.getString("source"),
                        row.getString("position"),
                        row.getString("reason")),
                Optional.ofNullable(row.getBytes("raw_digest")));
    }
}
