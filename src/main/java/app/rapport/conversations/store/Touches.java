package app.rapport.conversations.store;

import app.rapport.conversations.Sight;
import app.rapport.conversations.Touch;
import app.rapport.conversations.model.Sides;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Touches as a viewer may see them. How much of each that is, {@code touch_sight} decides; whoever
 * leaves out what is private reads it from the touch itself, which costs a list nothing.
 */
@Repository
public class Touches {
    private static final String COLUMNS =
            """
            t.id, t.thread_id, t.kind, t.at, t.minutes, t.direction, t.typed_by, t.from_key,
            t.subject, t.words, t.reply_text, t.signature, t.mail_kind, t.passage_start, t.passage_end,
            t.raw_digest IS NOT NULL AS has_original, t.html,
            touch_sight(t.workspace_id, t.id, :member) AS sight
            """;

    private final JdbcClient jdbc;

    Touches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the ids that exist, in no particular order. */
    public List<Touch> byId(Viewer viewer, Sides sides, Collection<TouchId> ids) {
        if (ids.isEmpty()) return List.of();
        return withParties(
                viewer,
                sides,
                jdbc.sql(
                                "SELECT "
                                        + COLUMNS
                                        + """
                                        FROM touch t
                                        WHERE t.workspace_id = :workspace AND t.id = ANY(:ids)
                                          AND (t.is_touch OR t.kind = 'mail')
                                          AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                                        """)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param("ids", ids.stream().map(TouchId::value).toArray(UUID[]::new))
                        .query((row, _) -> TouchRow.touch(row, viewer, sides))
                        .list());
    }

    /** A thread as it stood at that moment, oldest first, at most 500 touches. */
    public List<Touch> ofThread(Viewer viewer, Sides sides, UUID thread, Instant at) {
        return withParties(
                viewer,
                sides,
                jdbc.sql(
                                "SELECT "
                                        + COLUMNS
                                        + """
                                        FROM touch t
                                        WHERE t.workspace_id = :workspace AND t.thread_id = :thread AND t.is_touch
                                          AND t.known_at <= :at
                                          AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                                          AND NOT EXISTS (SELECT FROM touch c
                                                          WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id
                                                            AND c.known_at <= :at)
                                        ORDER BY t.at NULLS FIRST, t.id
                                        LIMIT 500
                                        """)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param("thread", thread)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .query((row, _) -> TouchRow.touch(row, viewer, sides))
                        .list());
    }

    /**
     * A person's touches known at that moment, newest first: those on which they are from or to
     * (copies only make long lists longer).
     *
     * @param before only what happened before it
     */
    public List<Touch> ofPerson(
            Viewer viewer,
            Sides sides,
            PersonId person,
            Instant at,
            Optional<Before> before,
            int limit) {
        return withParties(
                viewer,
                sides,
                jdbc.sql(
                                "SELECT "
                                        + COLUMNS
                                        + """
                                        FROM (SELECT DISTINCT p.touch_id, p.at
                                              FROM touch_party p
                                              JOIN touch k ON k.workspace_id = p.workspace_id AND k.id = p.touch_id
                                              WHERE p.workspace_id = :workspace AND p.person_id = :person
                                                AND p.at <= :at AND (p.at, p.touch_id) < (:beforeAt, :beforeId)
                                                AND k.is_touch AND k.known_at <= :at
                                                AND (NOT k.private OR in_archive(k.workspace_id, k.id, :member))
                                                AND NOT EXISTS (SELECT FROM touch c
                                                                WHERE c.workspace_id = k.workspace_id AND c.corrects = k.id
                                                                  AND c.known_at <= :at)
                                              ORDER BY p.at DESC, p.touch_id DESC
                                              LIMIT :limit) mine
                                        JOIN touch t ON t.workspace_id = :workspace AND t.id = mine.touch_id
                                        ORDER BY t.at DESC, t.id DESC
                                        """)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param("person", person.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param(
                                "beforeAt",
                                before.map(Before::at).orElse(FAR).atOffset(ZoneOffset.UTC))
                        .param("beforeId", before.map(b -> b.id().value()).orElse(new UUID(-1, -1)))
                        .param("limit", limit)
                        .query((row, _) -> TouchRow.touch(row, viewer, sides))
                        .list());
    }

    /** Where the next page begins: the last touch of the page before. */
    public record Before(Instant at, TouchId id) {}

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    /** What stood in place of a typed touch before it was corrected, newest first. */
    public List<TouchId> earlier(Viewer viewer, TouchId touch) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE earlier AS (
                          SELECT t.corrects AS id, 1 AS depth FROM touch t
                          WHERE t.workspace_id = :workspace AND t.id = :touch AND t.corrects IS NOT NULL
                          UNION ALL
                          SELECT t.corrects, e.depth + 1 FROM earlier e
                          JOIN touch t ON t.workspace_id = :workspace AND t.id = e.id
                          WHERE t.corrects IS NOT NULL)
                        SELECT id FROM earlier ORDER BY depth
                        """)
                .param("workspace", viewer.workspace().value())
                .param("touch", touch.value())
                .query((row, _) -> new TouchId(row.getObject("id", UUID.class)))
                .list();
    }

    /** An id under which each of these mails was seen, for the In-Reply-To of an answer. */
    public Map<TouchId, String> messageIds(Viewer viewer, Collection<TouchId> mails) {
        Map<TouchId, String> ids = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT touch_id, min(message_id) AS message_id FROM message_id
                        WHERE workspace_id = :workspace AND touch_id = ANY(:touches)
                        GROUP BY touch_id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("touches", mails.stream().map(TouchId::value).toArray(UUID[]::new))
                .query(row -> {
                    ids.put(
                            new TouchId(row.getObject("touch_id", UUID.class)),
                            row.getString("message_id"));
                });
        return ids;
    }

    /** A mail's original bytes; empty when there are none or the viewer may not read them. */
    public Optional<byte[]> original(Viewer viewer, TouchId touch) {
        List<byte[]> chunks =
                jdbc.sql(
                                """
                                SELECT b.bytes FROM touch t
                                JOIN blob b ON b.workspace_id = t.workspace_id AND b.digest = t.raw_digest
                                WHERE t.workspace_id = :workspace AND t.id = :touch
                                  AND touch_sight(t.workspace_id, t.id, :member) >= 3
                                ORDER BY b.chunk
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param("touch", touch.value())
                        .query(byte[].class)
                        .list();
        return chunks.isEmpty() ? Optional.empty() : Optional.of(Gunzip.all(chunks));
    }

    /** How much of it the viewer sees. */
    public Sight sight(Viewer viewer, TouchId touch) {
        return jdbc.sql("SELECT touch_sight(:workspace, :touch, :member)")
                .param("workspace", viewer.workspace().value())
                .param("touch", touch.value())
                .param("member", viewer.member().value())
                .query(Integer.class)
                .optional()
                .map(Sight::of)
                .orElse(Sight.NOTHING);
    }

    private List<Touch> withParties(Viewer viewer, Sides sides, List<Touch> touches) {
        if (touches.isEmpty()) return touches;
        Map<UUID, List<Touch.Party>> parties = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT touch_id, role, name, address, address_key, person_id
                        FROM touch_party
                        WHERE workspace_id = :workspace AND touch_id = ANY(:ids)
                        ORDER BY touch_id, position
                        """)
                .param("workspace", viewer.workspace().value())
                .param(
                        "ids",
                        touches.stream().map(touch -> touch.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    parties.computeIfAbsent(
                                    row.getObject("touch_id", UUID.class), _ -> new ArrayList<>())
                            .add(TouchRow.party(row, sides));
                });
        return touches.stream()
                .filter(touch -> touch.sight() != Sight.NOTHING)
                .map(touch ->
                        TouchRow.with(touch, parties.getOrDefault(touch.id().value(), List.of())))
                .toList();
    }
}
