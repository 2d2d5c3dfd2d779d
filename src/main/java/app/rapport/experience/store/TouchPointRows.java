package app.rapport.experience.store;

import app.rapport.experience.model.Mark.Feeling;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Occasion;
import app.rapport.experience.model.TouchPoint;
import app.rapport.experience.model.TouchPoint.Caused;
import app.rapport.experience.model.TouchPoint.Walk;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Points where customers meet us, their walks, and what was said of them. */
@Repository
public class TouchPointRows {
    private final JdbcClient jdbc;

    TouchPointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With the last walk of each, by name; what they caused is counted from {@code since}. */
    public List<TouchPoint> all(Viewer viewer, Instant since) {
        Map<UUID, Caused> caused = caused(viewer, since);
        return asked(
                        viewer,
                        """
                        SELECT p.id, p.name, p.occasion, w.judgement, w.words, w.at, m.name AS walker
                        FROM touch_point p
                        LEFT JOIN LATERAL (
                          SELECT w.judgement, w.words, w.at, w.member_id FROM touch_point_walk w
                          WHERE w.workspace_id = p.workspace_id AND w.point_id = p.id AND w.taken_back_at IS NULL
                          ORDER BY w.at DESC LIMIT 1) w ON true
                        LEFT JOIN member m ON m.workspace_id = p.workspace_id AND m.id = w.member_id
                        WHERE p.workspace_id = :workspace AND p.retired_at IS NULL ORDER BY lower(p.name), p.id LIMIT 200
                        """)
                .query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
                    return new TouchPoint(
                            id,
                            row.getString("name"),
                            Optional.ofNullable(row.getString("occasion")).flatMap(Occasion::of),
                            at == null
                                    ? Optional.empty()
                                    : Optional.of(
                                            new Walk(
                                                    row.getInt("judgement"),
                                                    row.getString("words"),
                                                    row.getString("walker"),
                                                    at.toInstant())),
                            caused.getOrDefault(id, new Caused(0, 0)));
                })
                .list();
    }

    /** Taken out of the list, the latest first. */
    public List<TouchPoint.Retired> retired(Viewer viewer) {
        return asked(
                        viewer,
                        "SELECT id, name FROM touch_point WHERE workspace_id = :workspace AND retired_at IS NOT NULL ORDER BY retired_at DESC, id LIMIT 100")
                .query((row, _) ->
                        new TouchPoint.Retired(
                                row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    /** Marks that name a point, and answers after its moment; of people and companies one sees. */
    private Map<UUID, Caused> caused(Viewer viewer, Instant since) {
        Map<UUID, Caused> caused = new HashMap<>();
        asked(
                        viewer,
                        """
                        SELECT k.point_id, k.feeling, NULL AS measure, NULL::int AS rating, count(*) AS n
                        FROM experience_mark k
                        LEFT JOIN contact c ON c.workspace_id = k.workspace_id AND c.id = k.person_id AND c.deleted_at IS NULL
                        LEFT JOIN account a ON a.workspace_id = k.workspace_id AND a.id = k.account_id AND a.deleted_at IS NULL
                        WHERE k.workspace_id = :workspace AND k.point_id IS NOT NULL AND k.at > :since AND k.taken_back_at IS NULL
                          AND num_nonnulls(c.id, a.id) = 1
                        GROUP BY k.point_id, k.feeling
                        UNION ALL
                        SELECT p.id, NULL, w.measure, w.rating, count(*)
                        FROM touch_point p
                        JOIN survey_answer w ON w.workspace_id = p.workspace_id AND w.occasion = p.occasion AND w.at > :since
                        JOIN contact c ON c.workspace_id = w.workspace_id AND c.id = w.person_id AND c.deleted_at IS NULL
                        WHERE p.workspace_id = :workspace AND p.retired_at IS NULL
                        GROUP BY p.id, w.measure, w.rating
                        """)
                .param("since", MarkRows.utc(since))
                .query(row -> {
                    String feeling = row.getString("feeling");
                    double points =
                            feeling == null
                                    ? Measure.of(row.getString("measure"))
                                            .orElseThrow()
                                            .points(row.getInt("rating"))
                                    : Feeling.of(feeling).orElseThrow().points();
                    long n = row.getLong("n");
                    caused.merge(
                            row.getObject("point_id", UUID.class),
                            new Caused(n, n * points),
                            (a, b) ->
                                    new Caused(a.entries() + b.entries(), a.points() + b.points()));
                });
        return caused;
    }

    public boolean any(Viewer viewer) {
        return asked(
                        viewer,
                        "SELECT EXISTS (SELECT FROM touch_point WHERE workspace_id = :workspace)")
                .query(Boolean.class)
                .single();
    }

    public boolean isThere(Viewer viewer, UUID point) {
        return asked(
                        viewer,
                        "SELECT EXISTS (SELECT FROM touch_point WHERE workspace_id = :workspace AND id = :id AND retired_at IS NULL)")
                .param("id", point)
                .query(Boolean.class)
                .single();
    }

    public void add(Viewer viewer, UUID id, String name, Optional<Occasion> occasion, Instant now) {
        asked(
                        viewer,
                        "INSERT INTO touch_point (workspace_id, id, name, occasion, member_id, created_at) VALUES (:workspace, :id, :name, :occasion, :by, :now)")
                .param("id", id)
                .param("name", name)
                .param("occasion", occasion.map(Occasion::word).orElse(null))
                .param("by", viewer.member().value())
                .param("now", MarkRows.utc(now))
                .update();
    }

    /** Gone from the list, or there again. */
    public boolean retire(Viewer viewer, UUID id, Optional<Instant> at) {
        return asked(
                                viewer,
                                "UPDATE touch_point SET retired_at = :at WHERE workspace_id = :workspace AND id = :id AND (retired_at IS NULL) = :standing")
                        .param("id", id)
                        .param("at", at.map(MarkRows::utc).orElse(null))
                        .param("standing", at.isPresent())
                        .update()
                == 1;
    }

    public void walk(Viewer viewer, UUID id, UUID point, int judgement, String words, Instant now) {
        asked(
                        viewer,
                        """
                        INSERT INTO touch_point_walk (workspace_id, id, point_id, judgement, words, member_id, at)
                        VALUES (:workspace, :id, :point, :judgement, :words, :by, :now)
                        """)
                .param("id", id)
                .param("point", point)
                .param("judgement", judgement)
                .param("words", words)
                .param("by", viewer.member().value())
                .param("now", MarkRows.utc(now))
                .update();
    }

    public boolean takeBackWalk(Viewer viewer, UUID walk, Instant now) {
        return asked(
                                viewer,
                                "UPDATE touch_point_walk SET taken_back_at = :now WHERE workspace_id = :workspace AND id = :id AND taken_back_at IS NULL")
                        .param("id", walk)
                        .param("now", MarkRows.utc(now))
                        .update()
                == 1;
    }

    private StatementSpec asked(Viewer viewer, String sql) {
        return jdbc.sql(sql).param("workspace", viewer.workspace().value());
    }
}
