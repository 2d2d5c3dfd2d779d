package app.rapport.people.store;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what a batch of rows made of contacts and accounts: one statement a table. */
@Repository
public class IntakeRows {
    private static final String HISTORY =
            """
            INSERT INTO field_change (workspace_id, id, subject_id, field, old_value, new_value, at, import_id)
            SELECT :workspace, r.id, r.subject, r.field, r.before, r.after, :now, :import
            FROM {rows} AS r
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    IntakeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is known of a new record beyond its fields.
     *
     * @param source the program or kind of file
     * @param colleague one of us; contacts only
     */
    public record Birth(String source, boolean colleague, Instant createdAt) {}

    /** Runs them in turn, in the caller's transaction. */
    public void write(List<RowStatement> statements) {
        statements.forEach(statement -> statement.run(jdbc));
    }

    /** The statements that store these, in their order; the standings change no more. */
    public List<RowStatement> of(
            Viewer viewer,
            ImportId importId,
            Kind kind,
            Collection<Standing> standings,
            Map<UUID, Birth> births) {
        Map<String, Object> params =
                Map.of(
                        "workspace", viewer.workspace().value(),
                        "import", importId.value(),
                        "now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        List<Standing> changed = standings.stream().filter(Standing::isChanged).toList();
        List<RowStatement> all = new ArrayList<>();
        all.add(
                RowStatement.of(
                        insertStatement(kind),
                        "created_at timestamptz, source text, colleague boolean, "
                                + Patches.columns(kind),
                        params,
                        rows -> fresh(rows, kind, changed, births)));
        all.add(
                Patches.statement(
                        viewer,
                        kind,
                        changed.stream()
                                .filter(standing -> !standing.isFresh())
                                .map(IntakeRows::patch)
                                .toList(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
        all.add(
                RowStatement.of(
                        HISTORY,
                        "id uuid, subject uuid, field text, before text, after text",
                        params,
                        rows -> changed.forEach(s -> history(rows, s))));
        all.addAll(IntakeLists.of(viewer, kind, changed));
        return all;
    }

    private static Patches.Patch patch(Standing standing) {
        return new Patches.Patch(standing.id(), standing.patch(), standing.newTags());
    }

    private static void fresh(
            ColumnRows rows, Kind kind, List<Standing> changed, Map<UUID, Birth> births) {
        for (Standing standing : changed) {
            if (!standing.isFresh()) continue;
            ColumnRows.Row row = rows.add().put("id", standing.id());
            Patches.fill(row, kind, patch(standing));
            Birth birth = births.get(standing.id());
            if (birth == null) continue;
            row.put("created_at", birth.createdAt().toString());
            row.put("source", birth.source()).put("colleague", birth.colleague());
        }
    }

    private static String insertStatement(Kind kind) {
        String own = kind == Kind.CONTACT ? "source, colleague" : "proposed";
        String ownValues =
                kind == Kind.CONTACT
                        ? "coalesce(r.source, ''), coalesce(r.colleague, false)"
                        : "coalesce(r.proposed, false)";
        String texts = String.join(", ", kind.texts);
        String links = String.join(", ", kind.links);
        return """
        INSERT INTO %s (workspace_id, id, name_key, tags, extra, import_id, created_at, updated_at, %s, %s, %s)
        SELECT :workspace, r.id, coalesce(r.name_key, ''), coalesce(r.tags, '{}'), coalesce(r.extra, '{}'), :import,
               coalesce(r.created_at, :now), :now, %s, %s, %s
        FROM {rows} AS r
        """
                .formatted(
                        kind.table(),
                        own,
                        texts,
                        links,
                        ownValues,
                        kind.texts.stream()
                                .map(c -> "coalesce(r." + c + ", '')")
                                .collect(Collectors.joining(", ")),
                        kind.links.stream().map(c -> "r." + c).collect(Collectors.joining(", ")));
    }

    private static void history(ColumnRows rows, Standing standing) {
        for (Standing.Change change : standing.history())
            rows.add()
                    .put("id", Uuid7.next())
                    .put("subject", standing.id())
                    .put("field", change.field())
                    .put("before", change.before())
                    .put("after", change.after());
    }
}
