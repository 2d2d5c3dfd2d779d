package app.rapport.people.store;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import app.rapport.people.Merge;
import app.rapport.people.model.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which records were made one, and what each was before. */
@Repository
public class MergeRows {
    private final JdbcClient jdbc;

    MergeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Viewer viewer, Merge merge) {
        jdbc.sql(
                        """
                        INSERT INTO merge (workspace_id, id, kind, winner_id, loser_id, choices, winner_before, winner_after, loser_before, member_id, at)
                        VALUES (:workspace, :id, :kind, :winner, :loser, :choices::jsonb, :before::jsonb, :after::jsonb, :other::jsonb, :member, :at)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", merge.id())
                .param("kind", merge.kind().name().toLowerCase(Locale.ROOT))
                .param("winner", merge.winner())
                .param("loser", merge.loser())
                .param("choices", json(words(merge.choices())))
                .param("before", json(merge.before()))
                .param("after", json(merge.after()))
                .param("other", json(merge.loserBefore()))
                .param("member", viewer.member().value())
                .param("at", merge.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Map<String, String> words(Map<String, Side> choices) {
        Map<String, String> words = new LinkedHashMap<>();
        choices.forEach((key, side) -> words.put(key, side.word()));
        return words;
    }

    private static String json(Map<String, String> texts) {
        return JsonMapper.shared().writeValueAsString(texts);
    }

    /** Gives a merge another past. */
    public void rewrite(Viewer viewer, Merge merge) {
        jdbc.sql(
                        """
                        UPDATE merge SET winner_before = :before::jsonb, winner_after = :after::jsonb, loser_before = :other::jsonb
                        WHERE workspace_id = :workspace AND id = :id
                        """)
                .param("before", json(merge.before()))
                .param("after", json(merge.after()))
                .param("other", json(merge.loserBefore()))
                .param("workspace", viewer.workspace().value())
                .param("id", merge.id())
                .update();
    }

    public void end(Viewer viewer, UUID id, Instant at) {
        jdbc.sql(
                        "UPDATE merge SET undone_at = :at, undone_by = :member WHERE workspace_id = :workspace AND id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("member", viewer.member().value())
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .update();
        jdbc.sql("DELETE FROM field_change WHERE workspace_id = :workspace AND merge_id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .update();
    }

    public Optional<Merge> one(Viewer viewer, UUID id) {
        return jdbc.sql("SELECT * FROM merge WHERE workspace_id = :workspace AND id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .query((row, _) -> merge(row))
                .optional();
    }

    /** Those that hold, and name one of these records; in the order in which they were made. */
    public List<Merge> around(Viewer viewer, List<UUID> records) {
        return jdbc.sql(
                        """
                        SELECT * FROM merge WHERE workspace_id = :workspace AND undone_at IS NULL
                          AND (winner_id = ANY(:ids) OR loser_id = ANY(:ids))
                        ORDER BY id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("ids", records.toArray(UUID[]::new))
                .query((row, _) -> merge(row))
                .list();
    }

    private static Merge merge(ResultSet row) throws SQLException {
        Map<String, Side> choices = new LinkedHashMap<>();
        texts(row, "choices")
                .forEach((key, word) -> Side.of(word).ifPresent(side -> choices.put(key, side)));
        return new Merge(
                row.getObject("id", UUID.class),
                RecordKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("winner_id", UUID.class),
                row.getObject("loser_id", UUID.class),
                choices,
                texts(row, "winner_before"),
                texts(row, "winner_after"),
                texts(row, "loser_before"),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("undone_at", OffsetDateTime.class) != null);
    }

    private static Map<String, String> texts(ResultSet row, String column) throws SQLException {
        return JsonMapper.shared().readValue(row.getString(column), new TypeReference<>() {});
    }

    /** Names the merge in the history that it made. */
    public void nameInHistory(Viewer viewer, UUID merge, UUID subject, Instant at) {
        jdbc.sql(
                        """
                        UPDATE field_change SET merge_id = :merge
                        WHERE workspace_id = :workspace AND subject_id = :subject AND at = :at AND member_id = :member AND merge_id IS NULL
                        """)
                .param("merge", merge)
                .param("workspace", viewer.workspace().value())
                .param("subject", subject)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("member", viewer.member().value())
                .update();
    }
}
