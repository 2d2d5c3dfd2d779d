package app.rapport.conversations.store;

import app.rapport.conversations.model.ParsedMail;
import app.rapport.kernel.Redaction;
import app.rapport.kernel.Viewer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Originals that no touch holds. */
@Repository
public class KeptOriginals {
    private final JdbcClient jdbc;
    private final BlobRows blobs;

    KeptOriginals(JdbcClient jdbc, BlobRows blobs) {
        this.jdbc = jdbc;
        this.blobs = blobs;
    }

    public void keep(Viewer viewer, List<ParsedMail.Blob> originals) {
        blobs.insert(viewer.workspace().value(), originals);
        jdbc.sql(
                        """
                        INSERT INTO kept_original (workspace_id, digest)
                        SELECT DISTINCT :workspace, digest FROM unnest(:digests::bytea[]) AS kept (digest)
                        ON CONFLICT DO NOTHING
                        """)
                .param("workspace", viewer.workspace().value())
                .param(
                        "digests",
                        originals.stream().map(ParsedMail.Blob::digest).toArray(byte[][]::new))
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

    /** How each begins, in any order; what was not kept is left out. */
    public Map<String, byte[]> heads(Viewer viewer, List<byte[]> digests, int length) {
        Map<String, byte[]> heads = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT k.digest, b.bytes FROM kept_original k
                        JOIN blob b ON b.workspace_id = k.workspace_id AND b.digest = k.digest AND b.chunk = 0
                        WHERE k.workspace_id = :workspace AND k.digest = ANY(:digests)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("digests", digests.toArray(byte[][]::new))
                .query(row -> {
                    heads.put(hex(row.getBytes(1)), head(row.getBytes(2), length));
                });
        return heads;
    }

    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** A chunk may end anywhere in the compressed bytes: what comes out before is enough. */
    private static byte[] head(byte[] packed, int length) {
        byte[] head = new byte[length];
        int read = 0;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            while (read < length) {
                int more = in.read(head, read, length - read);
                if (more < 0) break;
                read += more;
            }
        } catch (EOFException e) {
            // the rest is in the next chunk
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(head, read);
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

    /** Lets go of what names somebody; the digests of what is gone. */
    public List<byte[]> remove(Viewer by, Redaction words) {
        List<byte[]> gone = new ArrayList<>();
        List<byte[]> kept =
                jdbc.sql("SELECT digest FROM kept_original WHERE workspace_id = :workspace")
                        .param("workspace", by.workspace().value())
                        .query(byte[].class)
                        .list();
        for (byte[] digest : kept) {
            List<byte[]> chunks =
                    jdbc.sql(
                                    "SELECT bytes FROM blob WHERE workspace_id = :workspace AND digest = :digest ORDER BY chunk")
                            .param("workspace", by.workspace().value())
                            .param("digest", digest)
                            .query(byte[].class)
                            .list();
            if (chunks.isEmpty()) continue;
            if (words.hits(new String(Gunzip.all(chunks), StandardCharsets.UTF_8)))
                gone.add(digest);
        }
        jdbc.sql(
                        "DELETE FROM kept_original WHERE workspace_id = :workspace AND digest = ANY(:digests)")
                .param("workspace", by.workspace().value())
                .param("digests", gone.toArray(byte[][]::new))
                .update();
        return gone;
    }
}
