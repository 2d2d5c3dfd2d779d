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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of each item of an import. */
@Repository
public class ImportItems {
    private final JdbcClient jdbc;
    private final KeptRecords records;

    ImportItems(JdbcClient jdbc, KeptRecords records) {
        this.jdbc = jdbc;
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
        if (items.isEmpty()) return;
        jdbc.sql(
                        """
                        INSERT INTO import_item (workspace_id, import_id, item, source, position, outcome, reason, raw_digest, subject)
                        SELECT :workspace, :id, :first + i.n - 1, i.source, i.position, i.outcome, i.reason, i.raw, i.subject
                        FROM unnest(:sources::text[], :positions::text[], :outcomes::text[], :reasons::text[], :raws::bytea[], :subjects::uuid[])
                             WITH ORDINALITY AS i (source, position, outcome, reason, raw, subject, n)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("first", first)
                .param("sources", items.stream().map(Row::source).toArray(String[]::new))
                .param("positions", items.stream().map(Row::position).toArray(String[]::new))
                .param("outcomes", items.stream().map(Row::outcome).toArray(String[]::new))
                .param("reasons", items.stream().map(Row::reason).toArray(String[]::new))
                .param("raws", items.stream().map(Row::raw).toArray(byte[][]::new))
                .param("subjects", items.stream().map(Row::subject).toArray(UUID[]::new))
                .update();
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

    /** Of what rows of this import became, that which another import brought too: the first. */
    public Map<UUID, ImportId> broughtByOthers(Viewer viewer, ImportId id) {
        Map<UUID, ImportId> others = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT DISTINCT ON (o.subject) o.subject, o.import_id
                        FROM import_item own
                        JOIN import_item o ON o.workspace_id = own.workspace_id AND o.subject = own.subject AND o.import_id <> own.import_id
                        JOIN import m ON m.workspace_id = o.workspace_id AND m.id = o.import_id AND m.state <> 'undone'
                        WHERE own.workspace_id = :workspace AND own.import_id = :id AND own.subject IS NOT NULL
                          AND starts_with(own.position, 'row ')
                        ORDER BY o.subject, m.created_at, o.import_id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .query(row -> {
                    others.put(
                            row.getObject("subject", UUID.class),
                            new ImportId(row.getObject("import_id", UUID.class)));
                });
        return others;
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

    /** The tables of which rows were set aside, in the order of reading. */
    public List<String> asideTables(Viewer viewer, ImportId id) {
        return jdbc.sql(
                        """
                        SELECT source FROM import_item
                        WHERE workspace_id = :workspace AND import_id = :id AND outcome = 'aside' AND starts_with(position, 'row ')
                        GROUP BY source ORDER BY min(item)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .query(String.class)
                .list();
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
