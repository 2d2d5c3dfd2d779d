package app.rapport.calls.store;

import app.rapport.calls.HardTalk;
import app.rapport.calls.model.HardField;
import app.rapport.calls.model.HardWords;
import app.rapport.database.NewestFirst;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sheets for hard talks. Every statement asks for the writer: to all others there is none. */
@Repository
public class HardTalkRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<HardField, String>> WORDS = new TypeReference<>() {};
    private static final String MINE =
            " t.workspace_id = :workspace AND t.member_id = :member AND t.deleted_at IS %s";
    private static final String FROM =
            """
             FROM hard_talk t
            JOIN contact c ON c.workspace_id = t.workspace_id AND c.id = t.person_id AND c.deleted_at IS NULL WHERE
            """
                    + MINE;
    private static final String SELECT = "SELECT t.*" + FROM.formatted("NULL");

    private final JdbcClient jdbc;

    HardTalkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private StatementSpec asked(Viewer viewer, String sql) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value());
    }

    public Optional<HardTalk> one(Viewer viewer, UUID id) {
        return asked(viewer, SELECT + " AND t.id = :id")
                .param("id", id)
                .query((row, _) -> talk(row))
                .optional();
    }

    /** In the writer's bin. */
    public record Deleted(UUID id, String person, Instant at) {}

    private static final String DELETED =
            "SELECT t.id, c.display_name, t.deleted_at" + FROM.formatted("NOT NULL");

    /** Deleted last first. */
    public List<Deleted> deleted(Viewer viewer, PlaceInTime before, int most) {
        return NewestFirst.before(
                        asked(viewer, DELETED + NewestFirst.by("t.deleted_at", "t.id")),
                        before,
                        most)
                .query((row, _) -> deleted(row))
                .list();
    }

    public Optional<Deleted> deleted(Viewer viewer, UUID id) {
        return asked(viewer, DELETED + " AND t.id = :id")
                .param("id", id)
                .query((row, _) -> deleted(row))
                .optional();
    }

    private static Deleted deleted(ResultSet row) throws SQLException {
        return new Deleted(
                row.getObject("id", UUID.class),
                row.getString("display_name"),
                TalkPlanRows.moment(row, "deleted_at").orElseThrow());
    }

    /** Newest first. */
    public List<HardTalk> page(
            Viewer viewer, Optional<PersonId> person, Optional<UUID> before, int most) {
        return asked(
                        viewer,
                        SELECT
                                + """
                                 AND (cast(:person AS uuid) IS NULL OR t.person_id = :person)
                                 AND (cast(:before AS uuid) IS NULL OR t.id < :before) ORDER BY t.id DESC LIMIT :most
                                """)
                .param("person", person.map(PersonId::value).orElse(null), Types.OTHER)
                .param("before", before.orElse(null), Types.OTHER)
                .param("most", most)
                .query((row, _) -> talk(row))
                .list();
    }

    private static HardTalk talk(ResultSet row) throws SQLException {
        return new HardTalk(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                new HardWords(JSON.readValue(row.getString("words"), WORDS)),
                row.getInt("revision"),
                TalkPlanRows.moment(row, "created_at").orElseThrow(),
                TalkPlanRows.moment(row, "saved_at").orElseThrow());
    }

    /** So that two windows of one writer save one after the other. */
    public void lock(Viewer viewer, UUID id) {
        asked(
                        viewer,
                        "SELECT t.id FROM hard_talk t WHERE"
                                + MINE.formatted("NULL")
                                + " AND t.id = :id FOR UPDATE")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** False where that id is taken, by whomever. */
    public boolean add(Viewer viewer, HardTalk talk) {
        return stored(
                viewer,
                talk,
                """
                INSERT INTO hard_talk (workspace_id, id, member_id, person_id, words, revision, created_at, saved_at)
                VALUES (:workspace, :id, :member, :person, :words::jsonb, :revision, :at, :at)
                ON CONFLICT (workspace_id, id) DO NOTHING
                """);
    }

    public boolean change(Viewer viewer, HardTalk talk) {
        return stored(
                viewer,
                talk,
                "UPDATE hard_talk t SET words = :words::jsonb, revision = :revision, saved_at = :at WHERE"
                        + MINE.formatted("NULL")
                        + " AND t.id = :id AND t.person_id = :person");
    }

    private boolean stored(Viewer viewer, HardTalk talk, String sql) {
        return asked(viewer, sql)
                        .param("id", talk.id())
                        .param("person", talk.person().value())
                        .param("words", JSON.writeValueAsString(talk.words().said()))
                        .param("revision", talk.revision())
                        .param("at", TalkPlanRows.utc(talk.savedAt()))
                        .update()
                == 1;
    }

    public boolean delete(Viewer viewer, UUID id, Instant now) {
        return asked(
                                viewer,
                                "UPDATE hard_talk t SET deleted_at = :now WHERE"
                                        + MINE.formatted("NULL")
                                        + " AND t.id = :id")
                        .param("id", id)
                        .param("now", TalkPlanRows.utc(now))
                        .update()
                == 1;
    }

    public boolean restore(Viewer viewer, UUID id) {
        return asked(
                                viewer,
                                "UPDATE hard_talk t SET deleted_at = NULL WHERE"
                                        + MINE.formatted("NOT NULL")
                                        + " AND t.id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What every writer deleted that long ago. */
    public void empty(Viewer viewer, Instant before) {
        jdbc.sql("DELETE FROM hard_talk WHERE workspace_id = :workspace AND deleted_at < :before")
                .param("workspace", viewer.workspace().value())
                .param("before", TalkPlanRows.utc(before))
                .update();
    }
}
