package app.rapport.people.store;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.ExternalId;
import app.rapport.people.model.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what a batch of rows made of contacts and accounts: one statement a table. */
@Repository
public class IntakeRows {
    private final JdbcClient jdbc;
    private final Patches patches;
    private final Clock clock;

    IntakeRows(JdbcClient jdbc, Patches patches, Clock clock) {
        this.jdbc = jdbc;
        this.patches = patches;
        this.clock = clock;
    }

    /**
     * What is known of a new record beyond its fields.
     *
     * @param source the program or kind of file
     * @param colleague one of us; contacts only
     */
    public record Birth(String source, boolean colleague, Instant createdAt) {}

    /** What one row said, and of whom. */
    public record Record(byte[] digest, UUID subject, Map<String, String> said, boolean changed) {}

    public void write(
            Viewer viewer,
            ImportId importId,
            Kind kind,
            Collection<Standing> standings,
            Map<UUID, Birth> births) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Standing> changed = standings.stream().filter(Standing::isChanged).toList();
        insert(
                viewer,
                importId,
                kind,
                changed.stream().filter(Standing::isFresh).toList(),
                births,
                now);
        patches.apply(
                viewer,
                kind,
                changed.stream()
                        .filter(standing -> !standing.isFresh())
                        .map(s -> new Patches.Patch(s.id(), s.patch(), s.newTags()))
                        .toList(),
                now);
        history(viewer, importId, changed, now);
        points(viewer, kind, changed);
        postals(viewer, kind, changed);
        ids(viewer, kind, changed);
        if (kind == Kind.ACCOUNT) domains(viewer, changed);
    }

    private void insert(
            Viewer viewer,
            ImportId importId,
            Kind kind,
            List<Standing> fresh,
            Map<UUID, Birth> births,
            OffsetDateTime now) {
        JsonRows rows = new JsonRows();
        for (Standing standing : fresh) {
            Birth birth = births.get(standing.id());
            JsonRows.Row row = rows.add().put("id", standing.id());
            Patches.fill(
                    row,
                    kind,
                    new Patches.Patch(standing.id(), standing.patch(), standing.newTags()));
            if (birth == null) continue;
            row.put("created_at", birth.createdAt().toString());
            row.put("source", birth.source()).put("colleague", birth.colleague());
        }
        if (rows.isEmpty()) return;
        jdbc.sql(insertStatement(kind))
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .param("rows", rows.text())
                .param("now", now)
                .update();
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
        FROM json_to_recordset(:rows::json) AS r (created_at timestamptz, source text, colleague boolean, %s)
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
                        kind.links.stream().map(c -> "r." + c).collect(Collectors.joining(", ")),
                        Patches.columns(kind));
    }

    private void history(
            Viewer viewer, ImportId importId, List<Standing> changed, OffsetDateTime now) {
        JsonRows rows = new JsonRows();
        for (Standing standing : changed)
            for (Standing.Change change : standing.history())
                rows.add()
                        .put("id", Uuid7.next())
                        .put("subject", standing.id())
                        .put("field", change.field())
                        .put("before", change.before())
                        .put("after", change.after());
        if (rows.isEmpty()) return;
        jdbc.sql(
                        """
                        INSERT INTO field_change (workspace_id, id, subject_id, field, old_value, new_value, at, import_id)
                        SELECT :workspace, r.id, r.subject, r.field, r.before, r.after, :now, :import
                        FROM json_to_recordset(:rows::json) AS r (id uuid, subject uuid, field text, before text, after text)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .param("rows", rows.text())
                .param("now", now)
                .update();
    }

    private void points(Viewer viewer, Kind kind, List<Standing> changed) {
        JsonRows rows = new JsonRows();
        for (Standing standing : changed)
            standing.eachPoint((position, point) ->
                    rows.add()
                            .put("subject", standing.id())
                            .put("position", Math.min(position, Short.MAX_VALUE))
                            .put("kind", point.kind().name().toLowerCase(Locale.ROOT))
                            .put("label", point.label())
                            .put("value", point.value())
                            .put("key", point.key()));
        run(
                viewer,
                rows,
                """
                INSERT INTO %s (workspace_id, %s, position, kind, label, value, key)
                SELECT :workspace, r.subject, r.position, r.kind, r.label, r.value, r.key
                FROM json_to_recordset(:rows::json) AS r (subject uuid, position smallint, kind text, label text, value text, key text)
                ON CONFLICT DO NOTHING
                """
                        .formatted(kind.points(), kind.pointer()));
    }

    private void postals(Viewer viewer, Kind kind, List<Standing> changed) {
        JsonRows rows = new JsonRows();
        for (Standing standing : changed)
            standing.eachPostal((position, postal) ->
                    rows.add()
                            .put("id", Uuid7.next())
                            .put("subject", standing.id())
                            .put("position", Math.min(position, Short.MAX_VALUE))
                            .put("label", postal.label())
                            .put("street", postal.street())
                            .put("city", postal.city())
                            .put("region", postal.region())
                            .put("postal_code", postal.postalCode())
                            .put("country", postal.country())
                            .put("formatted", postal.formatted()));
        run(
                viewer,
                rows,
                """
                INSERT INTO postal_address (workspace_id, id, %s, position, label, street, city, region, postal_code, country, formatted)
                SELECT :workspace, r.id, r.subject, r.position, r.label, r.street, r.city, r.region, r.postal_code, r.country, r.formatted
                FROM json_to_recordset(:rows::json) AS r (id uuid, subject uuid, position smallint, label text, street text, city text,
                                                          region text, postal_code text, country text, formatted text)
                """
                        .formatted(kind.pointer()));
    }

    private void ids(Viewer viewer, Kind kind, List<Standing> changed) {
        JsonRows rows = new JsonRows();
        for (Standing standing : changed)
            for (ExternalId id : standing.newIds())
                rows.add()
                        .put("scope", id.scope())
                        .put("id", id.id())
                        .put("subject", standing.id());
        run(
                viewer,
                rows,
                """
                INSERT INTO external_id (workspace_id, scope, external_id, kind, %s)
                SELECT :workspace, r.scope, r.id, '%s', r.subject
                FROM json_to_recordset(:rows::json) AS r (scope text, id text, subject uuid)
                ON CONFLICT DO NOTHING
                """
                        .formatted(kind.pointer(), kind.table()));
    }

    private void domains(Viewer viewer, List<Standing> changed) {
        JsonRows rows = new JsonRows();
        for (Standing standing : changed)
            for (String domain : standing.newDomains())
                rows.add().put("domain", domain).put("subject", standing.id());
        run(
                viewer,
                rows,
                """
                INSERT INTO account_domain (workspace_id, domain, account_id)
                SELECT :workspace, r.domain, r.subject FROM json_to_recordset(:rows::json) AS r (domain text, subject uuid)
                ON CONFLICT DO NOTHING
                """);
    }

    /** What each row said; a row that stands there twice is noted once. */
    public void remember(Viewer viewer, ImportId importId, List<Record> records) {
        JsonRows rows = new JsonRows();
        for (Record record : records)
            rows.add()
                    .put("digest", HexFormat.of().formatHex(record.digest()))
                    .put("subject", record.subject())
                    .put("said", JsonRows.clean(record.said()))
                    .put("changed", record.changed());
        if (rows.isEmpty()) return;
        jdbc.sql(
                        """
                        INSERT INTO import_record (workspace_id, import_id, digest, subject_id, said, changed)
                        SELECT :workspace, :import, decode(r.digest, 'hex'), r.subject, r.said, r.changed
                        FROM json_to_recordset(:rows::json) AS r (digest text, subject uuid, said jsonb, changed boolean)
                        ON CONFLICT DO NOTHING
                        """)
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .param("rows", rows.text())
                .update();
    }

    /** Who waits for a company that may come later. */
    public void await(Viewer viewer, ImportId importId, Kind kind, Map<UUID, ExternalId> awaiting) {
        JsonRows rows = new JsonRows();
        awaiting.forEach((subject, id) ->
                rows.add().put("subject", subject).put("scope", id.scope()).put("id", id.id()));
        if (rows.isEmpty()) return;
        jdbc.sql(
                        """
                        INSERT INTO awaited_account (workspace_id, scope, external_id, %s, import_id)
                        SELECT :workspace, r.scope, r.id, r.subject, :import
                        FROM json_to_recordset(:rows::json) AS r (subject uuid, scope text, id text)
                        """
                                .formatted(kind.pointer()))
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .param("rows", rows.text())
                .update();
    }

    private void run(Viewer viewer, JsonRows rows, String sql) {
        if (rows.isEmpty()) return;
        jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("rows", rows.text())
                .update();
    }
}
