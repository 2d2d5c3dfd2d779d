package app.rapport.conversations.store;

import app.rapport.conversations.model.ParsedMail;
import app.rapport.kernel.Viewer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Originals that no touch holds. */
@Repository
public class KeptOriginals {
    private final JdbcClient jdbc;
    private final MailRows rows;

    KeptOriginals(JdbcClient jdbc, MailRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    public void keep(Viewer viewer, List<ParsedMail.Blob> blobs) {
        rows.insertBlobs(viewer.workspace().value(), blobs);
        jdbc.sql(
                        """
                        INSERT INTO kept_original (workspace_id, digest)
                        SELECT DISTINCT :workspace, digest FROM unnest(:digests::bytea[]) AS kept (digest)
                        ON CONFLICT DO NOTHING
                        """)
                .param("workspace", viewer.workspace().value())
                .param(
                        "digests",
                        blobs.stream().map(ParsedMail.Blob::digest).toArray(byte[][]::new))
                .update();
    }

    public Optional<byte[]> read(Viewer viewer, byte[] digest) {
        List<byte[]> chunks =
                jdbc.sql(
                                """
                                SELECT b.bytes FROM kept_original k
                                JOIN blob b ON b.workspace_id = k.workspace_id AND b.digest = k.digest
                                WHERE k.workspace_id = :workspace AND k.digest = :digest ORDER BY b.chunk
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("digest", digest)
                        .query(byte[].class)
                        .list();
        return chunks.isEmpty() ? Optional.empty() : Optional.of(plain(chunks));
    }

    private static byte[] plain(List<byte[]> chunks) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        chunks.forEach(packed::writeBytes);
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
