package app.rapport.conversations.store;

import app.rapport.conversations.Attachment;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that came with mail: for those who may read it. */
@Repository
public class Attachments {
    private final JdbcClient jdbc;

    Attachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Attachment> of(Viewer viewer, TouchId touch) {
        return jdbc.sql(
                        """
                        SELECT a.position, a.name, a.media_type, a.size FROM attachment a
                        WHERE a.workspace_id = :workspace AND a.touch_id = :touch
                          AND touch_sight(a.workspace_id, a.touch_id, :member) >= 3
                        ORDER BY a.position
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("touch", touch.value())
                .query((row, _) ->
                        new Attachment(
                                row.getInt("position"),
                                row.getString("name"),
                                row.getString("media_type"),
                                row.getLong("size")))
                .list();
    }

    /** One file's bytes; empty when there is none or the viewer may not read it. */
    public Optional<byte[]> bytes(Viewer viewer, TouchId touch, int position) {
        List<Chunk> chunks =
                jdbc.sql(
                                """
                                SELECT b.encoding, b.bytes FROM attachment a
                                JOIN blob b ON b.workspace_id = a.workspace_id AND b.digest = a.digest
                                WHERE a.workspace_id = :workspace AND a.touch_id = :touch AND a.position = :position
                                  AND touch_sight(a.workspace_id, a.touch_id, :member) >= 3
                                ORDER BY b.chunk
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param("touch", touch.value())
                        .param("position", position)
                        .query((row, _) -> new Chunk(row.getString(1), row.getBytes(2)))
                        .list();
        if (chunks.isEmpty()) return Optional.empty();
        List<byte[]> parts = chunks.stream().map(Chunk::bytes).toList();
        return Optional.of(
                chunks.getFirst().encoding().equals("gzip") ? Gunzip.all(parts) : joined(parts));
    }

    private record Chunk(String encoding, byte[] bytes) {}

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        parts.forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}
