package app.rapport.people.store;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.ExternalId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What rows said, so that the same row again is known, and what they wait for. */
public final class IntakeMemory {
    private IntakeMemory() {}

    /**
     * What one row said, and of whom.
     *
     * @param digest of its content, in hex
     */
    public record Record(String digest, UUID subject, Map<String, String> said, boolean changed) {}

    /** What each row said; a row that stands there twice is noted once. */
    public static RowStatement remember(Viewer viewer, ImportId importId, List<Record> records) {
        return RowStatement.of(
                """
                INSERT INTO import_record (workspace_id, import_id, digest, subject_id, said, changed)
                SELECT :workspace, :import, decode(r.digest, 'hex'), r.subject, r.said, r.changed
                FROM {rows} AS r
                ON CONFLICT DO NOTHING
                """,
                "digest text, subject uuid, said jsonb, changed boolean",
                Map.of("workspace", viewer.workspace().value(), "import", importId.value()),
                rows -> records.forEach(record -> add(rows, record)));
    }

    private static void add(ColumnRows rows, Record record) {
        rows.add()
                .put("digest", record.digest())
                .put("subject", record.subject())
                .put("said", ColumnRows.clean(record.said()))
                .put("changed", record.changed());
    }

    /** Who waits for a company that may come later. */
    public static RowStatement await(
            Viewer viewer, ImportId importId, Kind kind, Map<UUID, ExternalId> awaiting) {
        return RowStatement.of(
                """
                INSERT INTO awaited_account (workspace_id, scope, external_id, %s, import_id)
                SELECT :workspace, r.scope, r.id, r.subject, :import
                FROM {rows} AS r
                """
                        .formatted(kind.pointer()),
                "subject uuid, scope text, id text",
                Map.of("workspace", viewer.workspace().value(), "import", importId.value()),
                rows ->
                        awaiting.forEach((subject, id) ->
                                rows.add()
                                        .put("subject", subject)
                                        .put("scope", id.scope())
                                        .put("id", id.id())));
    }
}
