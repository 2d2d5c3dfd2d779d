package app.rapport.conversations.store;

import app.rapport.conversations.model.ParsedMail;
import app.rapport.database.DatabaseHealth.Finding;
import app.rapport.database.HealthCheck;
import app.rapport.database.OwnerDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.springframework.stereotype.Component;

/**
 * Originals that are not what was stored: their digest says so. All of a small archive are read; of
 * a large one some hundred, others each time.
 */
@Component
class DamagedOriginals implements HealthCheck {
    private final OwnerDatabase owner;
    private final Random random = new Random();

    DamagedOriginals(OwnerDatabase owner) {
        this.owner = owner;
    }

    private record Original(byte[] digest, byte[] bytes) {
        boolean isWhole() {
            try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return Arrays.equals(digest, ParsedMail.sha256(content.readAllBytes()));
            } catch (IOException e) {
                return false;
            }
        }
    }

    @Override
    public List<Finding> findings() {
        byte[] from = new byte[32];
        random.nextBytes(from);
        List<Original> read =
                owner.jdbc()
                        .sql(
                                """
                                SELECT picked.digest, picked.bytes FROM workspace w CROSS JOIN LATERAL (
                                  (SELECT digest, bytes, chunk, workspace_id FROM blob
                                   WHERE workspace_id = w.id AND digest >= :from ORDER BY digest, chunk LIMIT 50)
                                  UNION ALL
                                  (SELECT digest, bytes, chunk, workspace_id FROM blob
                                   WHERE workspace_id = w.id AND digest < :from ORDER BY digest, chunk LIMIT 50)) picked
                                WHERE picked.chunk = 0 AND NOT EXISTS (
                                  SELECT FROM blob b WHERE b.workspace_id = picked.workspace_id AND b.digest = picked.digest AND b.chunk = 1)
                                """)
                        .param("from", from)
                        .query((row, _) ->
                                new Original(row.getBytes("digest"), row.getBytes("bytes")))
                        .list();
        long damaged = read.stream().filter(original -> !original.isWhole()).count();
        return List.of(
                Finding.none(
                        damaged,
                        read.size() + " originals were read, and are what was stored",
                        damaged
                                + " of "
                                + read.size()
                                + " originals that were read are not what was stored",
                        "Check the disk, and go back to a backup"));
    }
}
