package app.rapport.experience.store;

import app.rapport.database.NewestFirst;
import app.rapport.experience.model.Answer;
import app.rapport.experience.model.Change;
import app.rapport.experience.model.Change.Because;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What was changed because of which answers, and who was told. */
@Repository
public class ChangeRows {
    private static final String CHANGES =
            """
            SELECT f.id, f.words, f.at, m.name FROM feedback_change f
            JOIN member m ON m.workspace_id = f.workspace_id AND m.id = f.member_id
            WHERE f.workspace_id = :workspace AND f.taken_back_at IS NULL
            """;

    private final JdbcClient jdbc;

    ChangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, with those of their answers that the viewer sees. */
    public List<Change> newest(Viewer viewer, PlaceInTime before, int most) {
        List<Change> bare =
                NewestFirst.before(
                                asked(viewer, CHANGES + NewestFirst.by("f.at", "f.id")),
                                before,
                                most)
                        .query((row, _) ->
                                new Change(
                                        row.getObject("id", UUID.class),
                                        row.getString("words"),
                                        row.getString("name"),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        List.of()))
                        .list();
        Map<UUID, List<Because>> because = because(viewer, bare.stream().map(Change::id).toList());
        return bare.stream()
                .map(one ->
                        new Change(
                                one.id(),
                                one.words(),
                                one.by(),
                                one.at(),
                                because.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Because>> because(Viewer viewer, List<UUID> changes) {
        Map<UUID, List<Because>> because = new HashMap<>();
        if (changes.isEmpty()) return because;
        asked(
                        viewer,
                        AnswerRows.SELECT_AND.formatted(", b.change_id, b.told_at")
                                + """
                                JOIN feedback_change_answer b ON b.workspace_id = w.workspace_id AND b.answer_id = w.id
                                WHERE w.workspace_id = :workspace AND b.change_id = ANY(:changes) ORDER BY w.at
                                """)
                .param("changes", changes.toArray(UUID[]::new))
                .query(row -> {
                    Optional<Instant> told =
                            Optional.ofNullable(row.getObject("told_at", OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant);
                    because.computeIfAbsent(
                                    row.getObject("change_id", UUID.class), _ -> new ArrayList<>())
                            .add(new Because(AnswerRows.answer(row), told));
                });
        return because;
    }

    /**
     * What became of an answer.
     *
     * @param told when the customer was told
     */
    public record Outcome(UUID change, String words, Optional<Instant> told) {}

    public Map<UUID, List<Outcome>> outcomes(Viewer viewer, Collection<Answer> answers) {
        Map<UUID, List<Outcome>> outcomes = new HashMap<>();
        if (answers.isEmpty()) return outcomes;
        asked(
                        viewer,
                        """
                        SELECT b.answer_id, f.id, f.words, b.told_at FROM feedback_change_answer b
                        JOIN feedback_change f ON f.workspace_id = b.workspace_id AND f.id = b.change_id
                        WHERE b.workspace_id = :workspace AND b.answer_id = ANY(:answers) AND f.taken_back_at IS NULL ORDER BY f.at
                        """)
                .param("answers", answers.stream().map(Answer::id).toArray(UUID[]::new))
                .query(row -> {
                    outcomes.computeIfAbsent(
                                    row.getObject("answer_id", UUID.class), _ -> new ArrayList<>())
                            .add(
                                    new Outcome(
                                            row.getObject("id", UUID.class),
                                            row.getString("words"),
                                            Optional.ofNullable(
                                                            row.getObject(
                                                                    "told_at",
                                                                    OffsetDateTime.class))
                                                    .map(OffsetDateTime::toInstant)));
                });
        return outcomes;
    }

    public boolean isThere(Viewer viewer, UUID change) {
        return asked(viewer, "SELECT EXISTS (" + CHANGES + " AND f.id = :id)")
                .param("id", change)
                .query(Boolean.class)
                .single();
    }

    public void add(Viewer viewer, UUID id, String words, Instant now) {
        asked(
                        viewer,
                        "INSERT INTO feedback_change (workspace_id, id, words, member_id, at) VALUES (:workspace, :id, :words, :by, :now)")
                .param("id", id)
                .param("words", words)
                .param("by", viewer.member().value())
                .param("now", MarkRows.utc(now))
                .update();
    }

    public void tie(Viewer viewer, UUID change, UUID answer) {
        asked(
                        viewer,
                        "INSERT INTO feedback_change_answer (workspace_id, change_id, answer_id) VALUES (:workspace, :change, :answer) ON CONFLICT DO NOTHING")
                .param("change", change)
                .param("answer", answer)
                .update();
    }

    /** False where they were told already, or it was not because of them. */
    public boolean told(Viewer viewer, UUID change, UUID answer, TouchId touch, Instant at) {
        return asked(
                                viewer,
                                """
                                UPDATE feedback_change_answer SET told_touch = :touch, told_at = :at
                                WHERE workspace_id = :workspace AND change_id = :change AND answer_id = :answer AND told_at IS NULL
                                """)
                        .param("change", change)
                        .param("answer", answer)
                        .param("touch", touch.value())
                        .param("at", MarkRows.utc(at))
                        .update()
                == 1;
    }

    public boolean takeBack(Viewer viewer, UUID change, Instant now) {
        return asked(
                                viewer,
                                "UPDATE feedback_change SET taken_back_at = :now WHERE workspace_id = :workspace AND id = :id AND taken_back_at IS NULL")
                        .param("id", change)
                        .param("now", MarkRows.utc(now))
                        .update()
                == 1;
    }

    private StatementSpec asked(Viewer viewer, String sql) {
        return jdbc.sql(sql).param("workspace", viewer.workspace().value());
    }
}
