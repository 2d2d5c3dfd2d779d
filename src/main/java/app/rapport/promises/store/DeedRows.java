package app.rapport.promises.store;

import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.Deed;
import app.rapport.promises.model.Promise;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deeds that people recorded, and words that they said are no promise. */
@Repository
public class DeedRows {
    private final JdbcClient jdbc;

    DeedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, as they stood at that moment. */
    public List<Deed> with(Viewer viewer, PersonId person, Instant at) {
        return jdbc.sql(
                        """
                        SELECT id, side, good, weight, words, at FROM trust_deed
                        WHERE workspace_id = :workspace AND person_id = :person AND at <= :at AND (taken_back_at IS NULL OR taken_back_at > :at)
                        ORDER BY at DESC LIMIT 200
                        """)
                .param("workspace", viewer.workspace().value())
                .param("person", person.value())
                .param("at", PromiseRows.utc(at))
                .query((row, _) ->
                        new Deed(
                                row.getObject("id", UUID.class),
                                Promise.Side.valueOf(
                                        row.getString("side").toUpperCase(Locale.ROOT)),
                                row.getBoolean("good"),
                                row.getInt("weight"),
                                row.getString("words"),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public void add(Viewer viewer, PersonId person, Deed deed) {
        jdbc.sql(
                        """
                        INSERT INTO trust_deed (workspace_id, id, person_id, side, good, weight, words, at, member_id)
                        VALUES (:workspace, :id, :person, :side, :good, :weight, :words, :at, :member)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", deed.id())
                .param("person", person.value())
                .param("side", deed.side().name().toLowerCase(Locale.ROOT))
                .param("good", deed.good())
                .param("weight", deed.weight())
                .param("words", deed.words())
                .param("at", PromiseRows.utc(deed.at()))
                .param("member", viewer.member().value())
                .update();
    }

    public boolean takeBack(Viewer viewer, PersonId person, UUID deed, Instant at) {
        return jdbc.sql(
                                """
                                UPDATE trust_deed SET taken_back_at = :at
                                WHERE workspace_id = :workspace AND person_id = :person AND id = :id AND taken_back_at IS NULL
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("person", person.value())
                        .param("id", deed)
                        .param("at", PromiseRows.utc(at))
                        .update()
                == 1;
    }

    /** Where a sentence begins, and in which touch. */
    public record Passage(UUID touch, int start) {}

    public Set<Passage> noPromises(Viewer viewer, List<UUID> touches) {
        return jdbc
                .sql(
                        """
                        SELECT touch_id, passage_start FROM no_promise WHERE workspace_id = :workspace AND touch_id = ANY(:touches)
                        UNION SELECT touch_id, passage_start FROM promise WHERE workspace_id = :workspace AND touch_id = ANY(:touches)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("touches", touches.toArray(UUID[]::new))
                .query((row, _) -> new Passage(row.getObject(1, UUID.class), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    public void isNoPromise(Viewer viewer, Passage passage, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO no_promise (workspace_id, touch_id, passage_start, member_id, at)
                        VALUES (:workspace, :touch, :start, :member, :at) ON CONFLICT DO NOTHING
                        """)
                .param("workspace", viewer.workspace().value())
                .param("touch", passage.touch())
                .param("start", passage.start())
                .param("member", viewer.member().value())
                .param("at", PromiseRows.utc(at))
                .update();
    }

    public void mayBePromise(Viewer viewer, Passage passage) {
        jdbc.sql(
                        "DELETE FROM no_promise WHERE workspace_id = :workspace AND touch_id = :touch AND passage_start = :start")
                .param("workspace", viewer.workspace().value())
                .param("touch", passage.touch())
                .param("start", passage.start())
                .update();
    }

    /** Those of these touches that lie in the viewer's own archive. */
    public Set<UUID> inArchive(Viewer viewer, List<UUID> touches) {
        if (touches.isEmpty()) return Set.of();
        return Set.copyOf(
                jdbc.sql(
                                """
                                SELECT touch_id FROM touch_owner
                                WHERE workspace_id = :workspace AND member_id = :member AND touch_id = ANY(:touches)
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param("touches", touches.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }
}
