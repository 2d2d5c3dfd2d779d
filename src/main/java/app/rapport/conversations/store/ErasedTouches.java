package app.rapport.conversations.store;

import app.rapport.access.Us;
import app.rapport.conversations.mail.MailReader;
import app.rapport.conversations.mail.ReadMail;
import app.rapport.conversations.model.ParsedMail;
import app.rapport.conversations.model.RedactedMail;
import app.rapport.database.Tombstones;
import app.rapport.kernel.PersonRecords.Erased;
import app.rapport.kernel.Redaction;
import app.rapport.kernel.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Touches of somebody who is erased: those with nobody else go, in others they are not named. */
@Repository
public class ErasedTouches {
    private final JdbcClient jdbc;
    private final BlobRows blobs;
    private final ImportedTouches imported;

    ErasedTouches(JdbcClient jdbc, BlobRows blobs, ImportedTouches imported) {
        this.jdbc = jdbc;
        this.blobs = blobs;
        this.imported = imported;
    }

    private static final String THEIRS =
            "(p.person_id = ANY(:people) OR p.met_as = ANY(:people) OR p.address_key = ANY(:addresses))";

    /** Which touches are only theirs, and which have others on them. */
    public record Found(Set<UUID> theirs, Set<UUID> others) {}

    public Found find(Viewer by, Us us, Erased erased) {
        Map<UUID, Boolean> alone = new HashMap<>();
        query(
                        """
                        SELECT p.touch_id, p.address_key, p.person_id, coalesce(c.colleague, false) AS colleague, %1$s AS them
                        FROM touch_party p
                        LEFT JOIN contact c ON c.workspace_id = p.workspace_id AND c.id = p.person_id
                        WHERE p.workspace_id = :workspace AND p.touch_id IN (
                          SELECT p.touch_id FROM touch_party p WHERE p.workspace_id = :workspace AND %1$s)
                        """
                                .formatted(THEIRS),
                        by,
                        erased)
                .query(row -> {
                    String key = row.getString("address_key");
                    boolean ours =
                            row.getBoolean("colleague")
                                    || us.mine().contains(key)
                                    || us.colleagues().contains(key)
                                    || us.domains().contains(key.substring(key.indexOf('@') + 1));
                    alone.merge(
                            row.getObject("touch_id", UUID.class),
                            row.getBoolean("them") || ours,
                            Boolean::logicalAnd);
                });
        Found found = new Found(new HashSet<>(), new HashSet<>());
        alone.forEach((touch, only) -> (only ? found.theirs() : found.others()).add(touch));
        return found;
    }

    private JdbcClient.StatementSpec query(String sql, Viewer by, Erased erased) {
        return jdbc.sql(sql)
                .param("workspace", by.workspace().value())
                .param("people", erased.people().toArray(UUID[]::new))
                .param("addresses", erased.addresses().toArray(String[]::new));
    }

    /**
     * Removes those that are only theirs, with what was typed before they were corrected, which
     * would stand again; what stands for them stops their coming back.
     */
    public List<String> remove(Viewer by, Set<UUID> touches) {
        List<String> stones =
                jdbc
                        .sql(
                                """
                                WITH RECURSIVE gone AS (
                                  SELECT t.id, t.corrects FROM touch t WHERE t.workspace_id = :workspace
                                    AND (t.id = ANY(:touches) OR t.corrects = ANY(:touches) AND NOT t.is_touch)
                                  UNION
                                  SELECT t.id, t.corrects FROM gone
                                  JOIN touch t ON t.workspace_id = :workspace AND t.id = gone.corrects AND t.typed_by IS NOT NULL)
                                DELETE FROM touch t USING gone WHERE t.workspace_id = :workspace AND t.id = gone.id RETURNING t.substance
                                """)
                        .param("workspace", by.workspace().value())
                        .param("touches", touches.toArray(UUID[]::new))
                        .query(byte[].class)
                        .list()
                        .stream()
                        .filter(java.util.Objects::nonNull)
                        .map(Tombstones::mail)
                        .toList();
        jdbc.sql(
                        "UPDATE import_item SET subject = NULL WHERE workspace_id = :workspace AND subject = ANY(:touches)")
                .param("workspace", by.workspace().value())
                .param("touches", touches.toArray(UUID[]::new))
                .update();
        return stones;
    }

    /**
     * In touches with others: every party that was them, and their names in the words; in the rest
     * of those threads and wherever the words name them, what a quotation says of them.
     */
    public void redact(Viewer by, Set<UUID> others, Erased erased) {
        parties(by, erased);
        Set<UUID> near = new HashSet<>(around(by, others, erased));
        near.removeAll(others);
        for (UUID touch : others) redact(by, touch, erased.names(), erased, true);
        for (UUID touch : near) redact(by, touch, erased.words(), erased, false);
        query(
                        "DELETE FROM bounce WHERE workspace_id = :workspace AND (recipient = ANY(:addresses) OR :people::uuid[] IS NULL)",
                        by,
                        erased)
                .update();
        query(
                        "DELETE FROM signal_lesson WHERE workspace_id = :workspace AND (address_key = ANY(:addresses) OR :people::uuid[] IS NULL)",
                        by,
                        erased)
                .update();
    }

    private void parties(Viewer by, Erased erased) {
        query(
                        """
                        UPDATE touch_party p SET address_key = '', address = '', name = '[erased]', person_id = NULL, met_as = NULL
                        WHERE p.workspace_id = :workspace AND %s
                        """
                                .formatted(THEIRS),
                        by,
                        erased)
                .update();
    }

    private List<UUID> around(Viewer by, Set<UUID> touches, Erased erased) {
        return jdbc.sql(
                        """
                        SELECT t.id FROM touch t WHERE t.workspace_id = :workspace
                          AND (t.thread_id IN (SELECT h.thread_id FROM touch h WHERE h.workspace_id = :workspace AND h.id = ANY(:touches))
                               OR concat_ws(' ', t.subject, t.words, t.reply_text, t.signature, t.from_key) ILIKE ANY (:words))
                        """)
                .param("workspace", by.workspace().value())
                .param("touches", touches.toArray(UUID[]::new))
                .param(
                        "words",
                        erased.words().words().stream()
                                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                                .toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    private record Texts(
            String subject,
            String subjectKey,
            String words,
            String reply,
            String signature,
            String from) {}

    private void redact(Viewer by, UUID touch, Redaction words, Erased erased, boolean theirs) {
        Texts texts =
                jdbc.sql(
                                "SELECT subject, subject_key, words, reply_text, signature, from_key FROM touch WHERE workspace_id = :workspace AND id = :id")
                        .param("workspace", by.workspace().value())
                        .param("id", touch)
                        .query((row, _) ->
                                new Texts(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6)))
                        .single();
        boolean sender = erased.addresses().contains(texts.from());
        String reply = words.of(texts.reply());
        jdbc.sql(
                        """
                        UPDATE touch SET subject = :subject, subject_key = :key, words = :words, reply_text = :reply, signature = :signature,
                            from_key = :from, passage_start = CASE WHEN :same THEN passage_start ELSE 0 END,
                            passage_end = CASE WHEN :same THEN passage_end ELSE 0 END
                        WHERE workspace_id = :workspace AND id = :id
                        """)
                .param("subject", words.of(texts.subject()))
                .param("key", words.of(texts.subjectKey()))
                .param("words", words.of(texts.words()))
                .param("reply", reply)
                .param("signature", sender ? "" : words.of(texts.signature()))
                .param("from", sender ? "" : texts.from())
                .param("same", reply.equals(texts.reply()))
                .param("workspace", by.workspace().value())
                .param("id", touch)
                .update();
        attachments(by, touch, words, sender);
        original(by, touch).ifPresent(raw -> replace(by, touch, raw, words, erased, theirs));
    }

    /** The raw form is written anew from what was understood, without the person. */
    private void replace(
            Viewer by, UUID touch, byte[] raw, Redaction words, Erased erased, boolean theirs) {
        ReadMail mail = MailReader.read(raw);
        RedactedMail redacted = new RedactedMail(mail, words, erased.addresses());
        if (!theirs && !redacted.isOther(raw)) return;
        ParsedMail.Blob blob = ParsedMail.Blob.of(redacted.bytes());
        blobs.insert(by.workspace().value(), List.of(blob));
        jdbc.sql(
                        "UPDATE touch SET raw_digest = :digest, raw_size = :size, html = false WHERE workspace_id = :workspace AND id = :id")
                .param("digest", blob.digest())
                .param("size", (int) blob.size())
                .param("workspace", by.workspace().value())
                .param("id", touch)
                .update();
    }

    private Optional<byte[]> original(Viewer by, UUID touch) {
        return content(
                by,
                "SELECT b.encoding, b.bytes FROM touch t JOIN blob b ON b.workspace_id = t.workspace_id AND b.digest = t.raw_digest WHERE t.workspace_id = :workspace AND t.id = :id ORDER BY b.chunk",
                touch);
    }

    private Optional<byte[]> content(Viewer by, String sql, UUID id) {
        List<byte[]> chunks = new ArrayList<>();
        boolean[] zipped = {false};
        jdbc.sql(sql)
                .param("workspace", by.workspace().value())
                .param("id", id)
                .query(row -> {
                    zipped[0] = row.getString(1).equals("gzip");
                    chunks.add(row.getBytes(2));
                });
        if (chunks.isEmpty()) return Optional.empty();
        if (zipped[0]) return Optional.of(Gunzip.all(chunks));
        java.io.ByteArrayOutputStream whole = new java.io.ByteArrayOutputStream();
        chunks.forEach(whole::writeBytes);
        return Optional.of(whole.toByteArray());
    }

    /** What they sent goes, and what names them. */
    private void attachments(Viewer by, UUID touch, Redaction words, boolean sender) {
        List<Integer> positions =
                jdbc.sql(
                                "SELECT position FROM attachment WHERE workspace_id = :workspace AND touch_id = :touch")
                        .param("workspace", by.workspace().value())
                        .param("touch", touch)
                        .query(Integer.class)
                        .list();
        for (int position : positions) {
            boolean named =
                    content(
                                    by,
                                    "SELECT b.encoding, b.bytes FROM attachment a JOIN blob b ON b.workspace_id = a.workspace_id AND b.digest = a.digest WHERE a.workspace_id = :workspace AND a.touch_id = :id AND a.position = "
                                            + position
                                            + " ORDER BY b.chunk",
                                    touch)
                            .map(bytes -> words.hits(new String(bytes, StandardCharsets.UTF_8)))
                            .orElse(false);
            if (!sender && !named) continue;
            jdbc.sql(
                            "DELETE FROM attachment WHERE workspace_id = :workspace AND touch_id = :touch AND position = :position")
                    .param("workspace", by.workspace().value())
                    .param("touch", touch)
                    .param("position", position)
                    .update();
        }
    }

    /** Threads without touches and originals that nothing holds any more. */
    public void sweep(Viewer by) {
        imported.sweep(by);
    }
}
