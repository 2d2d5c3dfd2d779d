package app.rapport.people.store;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.ExternalId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rows said, so that the same row again is known, and what they wait for. */
@Repository
public class IntakeMemory {
    private final JdbcClient jdbc;

    IntakeMemory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one row said, and of whom. */
    public record Record(byte[] digest, UUID subject, Map<String, String> said, boolean changed) {}

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
}
