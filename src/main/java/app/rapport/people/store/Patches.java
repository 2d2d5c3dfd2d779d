package app.rapport.people.store;

import app.rapport.kernel.Viewer;
import app.rapport.people.model.Names;
import app.rapport.people.model.Said;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes chosen columns of many contacts or accounts in one statement. */
@Repository
public class Patches {
    private static final UUID NONE = new UUID(0, 0);
    private final JdbcClient jdbc;

    Patches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param fields by column; {@code ""} empties one
     */
    public record Patch(UUID id, Map<String, String> fields, Collection<String> tags) {}

    public void apply(Viewer viewer, Kind kind, Collection<Patch> patches, OffsetDateTime now) {
        statement(viewer, kind, patches, now).run(jdbc);
    }

    static RowStatement statement(
            Viewer viewer, Kind kind, Collection<Patch> patches, OffsetDateTime now) {
        return RowStatement.of(
                update(kind),
                columns(kind),
                Map.of("workspace", viewer.workspace().value(), "now", now, "none", NONE),
                rows ->
                        patches.forEach(
                                patch -> fill(rows.add().put("id", patch.id()), kind, patch)));
    }

    static void fill(ColumnRows.Row row, Kind kind, Patch patch) {
        Map<String, String> extra = new LinkedHashMap<>();
        patch.fields()
                .forEach((field, value) -> {
                    if (field.startsWith(Said.EXTRA))
                        extra.put(field.substring(Said.EXTRA.length()), value);
                    else if (kind.links.contains(field))
                        row.put(field, value.isEmpty() ? NONE : value);
                    else row.put(field, value);
                });
        String name = patch.fields().get(kind.name);
        if (name != null) row.put("name_key", Names.fold(name));
        if (!extra.isEmpty()) row.put("extra", ColumnRows.clean(extra));
        if (!patch.tags().isEmpty()) row.put("tags", List.copyOf(patch.tags()));
    }

    static String columns(Kind kind) {
        String texts = kind.texts.stream().map(c -> c + " text").collect(Collectors.joining(", "));
        String links = kind.links.stream().map(c -> c + " uuid").collect(Collectors.joining(", "));
        return "id uuid, name_key text, extra jsonb, tags text[], proposed boolean, "
                + texts
                + ", "
                + links;
    }

    private static String update(Kind kind) {
        String kept =
                Stream.concat(
                                kind.texts.stream()
                                        .map(c -> c + " = coalesce(r." + c + ", t." + c + ")"),
                                kind.links.stream()
                                        .map(c ->
                                                c
                                                        + " = nullif(coalesce(r."
                                                        + c
                                                        + ", t."
                                                        + c
                                                        + "), :none)"))
                        .collect(Collectors.joining(", "));
        String proposed =
                kind == Kind.ACCOUNT ? ", proposed = coalesce(r.proposed, t.proposed)" : "";
        return """
        UPDATE %s t
        SET name_key = coalesce(r.name_key, t.name_key), updated_at = :now, %s%s,
            tags = t.tags || coalesce(r.tags, '{}'),
            extra = (SELECT coalesce(jsonb_object_agg(e.key, e.value), '{}')
                     FROM jsonb_each(t.extra || coalesce(r.extra, '{}')) e WHERE e.value <> '""')
        FROM {rows} AS r
        WHERE t.workspace_id = :workspace AND t.id = r.id
        """
                .formatted(kind.table(), kept, proposed);
    }
}
