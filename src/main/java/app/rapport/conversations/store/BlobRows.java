package app.rapport.conversations.store;

import app.rapport.conversations.model.ParsedMail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Originals and attachments, each content once, in chunks. */
@Repository
class BlobRows {
    private static final int CHUNK = 1 << 20;

    private final JdbcTemplate batches;

    BlobRows(DataSource dataSource) {
        this.batches = new JdbcTemplate(dataSource);
    }

    /** Row by row, not as one array: a batch may weigh as much as all that may be in memory. */
    void insert(UUID workspace, List<ParsedMail.Blob> blobs) {
        List<Object[]> chunks = new ArrayList<>();
        for (ParsedMail.Blob blob : blobs) addChunks(workspace, blob, chunks);
        batches.batchUpdate(
                "INSERT INTO blob (workspace_id, digest, chunk, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                chunks);
    }

    private static void addChunks(UUID workspace, ParsedMail.Blob blob, List<Object[]> chunks) {
        byte[] bytes = blob.content();
        for (int from = 0, n = 0; from < bytes.length; from += CHUNK, n++) {
            int to = Math.min(bytes.length, from + CHUNK);
            chunks.add(
                    new Object[] {
                        workspace,
                        blob.digest(),
                        n,
                        to - from == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to)
                    });
        }
    }
}
