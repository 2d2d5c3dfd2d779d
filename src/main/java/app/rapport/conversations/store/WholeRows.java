package app.rapport.conversations.store;

import app.rapport.conversations.Originals;
import app.rapport.conversations.Sight;
import app.rapport.conversations.TouchRecord;
import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Everything of a workspace in one walk, in the order in which it came. */
@Repository
public class WholeRows {
    private static final int FETCH = 500;

    /** Chunks of originals have up to a megabyte. */
    private static final int FETCH_CHUNKS = 24;

    private final JdbcClient jdbc;

    WholeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void touches(Viewer viewer, Consumer<TouchRecord> taker) {
        jdbc.sql(
                        """
                        SELECT t.*, seen.sight,
                               (SELECT json_agg(json_build_object('role', p.role, 'name', p.name, 'address', p.address, 'person', p.person_id)
                                                ORDER BY p.position)
                                FROM touch_party p
                                WHERE p.workspace_id = t.workspace_id AND p.touch_id = t.id
                                  AND (p.role <> 'bcc' OR seen.sight = 4)) AS parties,
                               (SELECT array_agg(m.message_id ORDER BY m.message_id) FROM message_id m
                                WHERE m.workspace_id = t.workspace_id AND m.touch_id = t.id) AS message_ids,
                               (SELECT json_agg(json_build_object('name', a.name, 'mediaType', a.media_type, 'size', a.size,
                                                                  'sha256', encode(a.digest, 'hex')) ORDER BY a.position)
                                FROM attachment a
                                WHERE a.workspace_id = t.workspace_id AND a.touch_id = t.id AND seen.sight >= 3) AS attachments
                        FROM touch t
                        CROSS JOIN LATERAL (SELECT touch_sight(t.workspace_id, t.id, :member) AS sight OFFSET 0) seen
                        WHERE t.workspace_id = :workspace AND seen.sight > 0
                        ORDER BY t.id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .withFetchSize(FETCH)
                .query(row -> {
                    taker.accept(touch(row));
                });
    }

    private static TouchRecord touch(ResultSet row) throws SQLException {
        Sight sight = Sight.of(row.getInt("sight"));
        boolean mayRead = sight.shows(Sight.TEXT);
        return new TouchRecord(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                at(row, "at").orElse(null),
                at(row, "known_at").orElseThrow(),
                row.getObject("minutes", Integer.class),
                row.getString("direction"),
                row.getObject("thread_id", UUID.class),
                row.getBoolean("is_touch"),
                row.getString("mail_kind"),
                mayRead,
                sight.shows(Sight.SUBJECT) ? row.getString("subject") : null,
                mayRead ? row.getString("words") : null,
                mayRead ? row.getString("reply_text") : null,
                mayRead ? row.getString("signature") : null,
                list(row.getString("parties"), new TypeReference<>() {}),
                texts(row, "message_ids"),
                sight.shows(Sight.ALL) ? texts(row, "labels") : List.of(),
                list(row.getString("attachments"), new TypeReference<>() {}),
                row.getObject("typed_by", UUID.class),
                row.getObject("corrects", UUID.class),
                at(row, "created_at").orElseThrow());
    }

    private static <T> List<T> list(@Nullable String json, TypeReference<List<T>> type) {
        return json == null ? List.of() : JsonMapper.shared().readValue(json, type);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    public void originals(Viewer viewer, Originals taker) {
        jdbc.sql(
                        """
                        SELECT t.id, t.at, t.from_key, b.chunk, b.encoding, b.bytes
                        FROM touch_owner o
                        JOIN touch t ON t.workspace_id = o.workspace_id AND t.id = o.touch_id
                        JOIN blob b ON b.workspace_id = t.workspace_id AND b.digest = t.raw_digest
                        WHERE o.workspace_id = :workspace AND o.member_id = :member
                        ORDER BY o.touch_id, b.chunk
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .withFetchSize(FETCH_CHUNKS)
                .query((ResultSetExtractor<Boolean>) rows -> each(rows, taker));
    }

    private static boolean each(ResultSet rows, Originals taker) throws SQLException {
        boolean more = rows.next();
        while (more) {
            String sender = rows.getString("from_key");
            Optional<Instant> at = at(rows, "at");
            boolean zipped = rows.getString("encoding").equals("gzip");
            ChunkStream chunks = new ChunkStream(rows);
            try {
                taker.take(sender, at, zipped ? new GZIPInputStream(chunks, 1 << 15) : chunks);
                more = chunks.skipRest();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return true;
    }
}
