package app.rapport.conversations.store;

import app.rapport.database.NewestFirst;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was typed and then deleted. A touch is never rewritten: a stone beside it, no touch itself,
 * takes its place like a correction with nothing in it, known from when it was set. Whatever leaves
 * out what was corrected leaves out this too, and a past moment still knows it.
 */
@Repository
public class WithdrawnTouches {
    private static final String STONE = "s.corrects IS NOT NULL AND NOT s.is_touch";

    private static final String WITHDRAWN =
            """
            SELECT t.id, t.kind, t.at, t.subject, t.words, s.known_at AS deleted, s.typed_by AS deleted_by,
                   (SELECT string_agg(c.display_name, ', ' ORDER BY p.position) FROM touch_party p
                    JOIN contact c ON c.workspace_id = p.workspace_id AND c.id = p.person_id
                    WHERE p.workspace_id = t.workspace_id AND p.touch_id = t.id) AS people
            FROM touch s
            JOIN touch t ON t.workspace_id = s.workspace_id AND t.id = s.corrects
            WHERE s.workspace_id = :workspace AND %s AND touch_sight(t.workspace_id, t.id, :member) >= 3
            """
                    .formatted(STONE);

    private final JdbcClient jdbc;

    WithdrawnTouches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param people those on it, by name; empty where none is known any more
     * @param by who deleted it
     */
    public record Withdrawn(
            TouchId id,
            String kind,
            Optional<Instant> at,
            String subject,
            String words,
            String people,
            Instant deleted,
            Optional<MemberId> by) {}

    /** Whether it was typed, all versions of it, and still stands. */
    public boolean mayGo(Viewer viewer, TouchId touch) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (
                          SELECT FROM touch t
                          WHERE t.workspace_id = :workspace AND t.id = :touch AND t.is_touch AND t.typed_by IS NOT NULL
                            AND touch_sight(t.workspace_id, t.id, :member) >= 3
                            AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id)
                            AND NOT EXISTS (
                              WITH RECURSIVE before AS (
                                SELECT b.corrects, b.typed_by FROM touch b WHERE b.workspace_id = :workspace AND b.id = t.corrects
                                UNION ALL
                                SELECT b.corrects, b.typed_by FROM before
                                JOIN touch b ON b.workspace_id = :workspace AND b.id = before.corrects)
                              SELECT FROM before WHERE typed_by IS NULL))
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("touch", touch.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether something stands in its place, a correction or a stone. */
    public boolean isOvertaken(Viewer viewer, TouchId touch) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM touch c
                          WHERE c.workspace_id = :workspace AND c.corrects = :touch
                            AND touch_sight(c.workspace_id, c.corrects, :member) >= 3)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("touch", touch.value())
                .query(Boolean.class)
                .single();
    }

    /** Sets the stone; false when it is gone already, or none that may go. */
    public boolean add(Viewer viewer, TouchId touch, Instant now) {
        jdbc.sql("SELECT 1 FROM touch WHERE workspace_id = :workspace AND id = :touch FOR UPDATE")
                .param("workspace", viewer.workspace().value())
                .param("touch", touch.value())
                .query(Integer.class)
                .optional();
        if (!mayGo(viewer, touch)) return false;
        jdbc.sql(
                        """
                        INSERT INTO touch (workspace_id, id, kind, known_at, thread_id, typed_by, corrects, is_touch, created_at)
                        SELECT workspace_id, :stone, kind, :now, thread_id, :member, id, false, :now
                        FROM touch WHERE workspace_id = :workspace AND id = :touch AND typed_by IS NOT NULL
                          AND (NOT private OR in_archive(workspace_id, id, :member))
                        """)
                .param("workspace", viewer.workspace().value())
                .param("touch", touch.value())
                .param("stone", TouchId.next().value())
                .param("member", viewer.member().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }

    /** Takes the stone away; false when there was none. */
    public boolean remove(Viewer viewer, TouchId touch) {
        return jdbc.sql(
                                """
                                DELETE FROM touch s
                                WHERE s.workspace_id = :workspace AND s.corrects = :touch AND NOT s.is_touch
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("touch", touch.value())
                        .update()
                > 0;
    }

    public Optional<Withdrawn> one(Viewer viewer, TouchId touch) {
        return jdbc.sql(WITHDRAWN + " AND t.id = :touch")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("touch", touch.value())
                .query((row, _) -> withdrawn(row))
                .optional();
    }

    /** The newest first. */
    public List<Withdrawn> list(Viewer viewer, PlaceInTime before, int most) {
        return NewestFirst.before(
                        jdbc.sql(WITHDRAWN + NewestFirst.by("s.known_at", "t.id")), before, most)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .query((row, _) -> withdrawn(row))
                .list();
    }

    private static Withdrawn withdrawn(ResultSet row) throws SQLException {
        String people = row.getString("people");
        return new Withdrawn(
                new TouchId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("subject"),
                row.getString("words"),
                people == null ? "" : people,
                row.getObject("deleted", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("deleted_by", UUID.class)).map(MemberId::new));
    }

    /** Those on it. */
    public Set<PersonId> people(Viewer viewer, TouchId touch) {
        return jdbc
                .sql(
                        """
                        SELECT p.person_id FROM touch_party p JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
                        WHERE p.workspace_id = :workspace AND p.touch_id = :touch AND p.person_id IS NOT NULL
                          AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("touch", touch.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    /**
     * Stones set before that moment go, and with each all versions of what lies under it, and the
     * threads that nothing is left of.
     */
    public void empty(Viewer viewer, Instant before) {
        Set<UUID> threads =
                jdbc.sql(
                                """
                                WITH RECURSIVE gone AS (
                                  SELECT s.id, s.corrects, s.thread_id FROM touch s
                                  WHERE s.workspace_id = :workspace AND s.corrects IS NOT NULL AND NOT s.is_touch AND s.known_at < :before
                                  UNION
                                  SELECT t.id, t.corrects, t.thread_id FROM gone
                                  JOIN touch t ON t.workspace_id = :workspace AND t.id = gone.corrects)
                                DELETE FROM touch t USING gone WHERE t.workspace_id = :workspace AND t.id = gone.id
                                RETURNING gone.thread_id
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("before", before.atOffset(ZoneOffset.UTC))
                        .query(UUID.class)
                        .set();
        jdbc.sql(
                        """
                        DELETE FROM thread h WHERE h.workspace_id = :workspace AND h.id = ANY(:threads)
                          AND NOT EXISTS (SELECT FROM touch t WHERE t.workspace_id = h.workspace_id AND t.thread_id = h.id)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("threads", threads.toArray(UUID[]::new))
                .update();
    }
}
