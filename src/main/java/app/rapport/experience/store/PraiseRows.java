package app.rapport.experience.store;

import app.rapport.experience.model.Drift;
import app.rapport.experience.model.Fading;
import app.rapport.experience.model.Ledger;
import app.rapport.experience.model.Mark.Feeling;
import app.rapport.experience.model.Measure;
import app.rapport.kernel.ExperienceEntry.Kind;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of whom something good was said, as times and numbers only. */
@Repository
public class PraiseRows {
    /** What signs and promises may add to what was said, or take from it. */
    private static final double SLACK = 12;

    private static final int MOST = 30;

    /** Points of every word that can be said: "nps9", "delighted". */
    private static final Map<String, Double> WORTH = worth();

    private final JdbcClient jdbc;

    PraiseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Map<String, Double> worth() {
        Map<String, Double> worth = new LinkedHashMap<>();
        for (Measure measure : Measure.values())
            for (int rating = measure.lowest(); rating <= measure.highest(); rating++)
                worth.put(measure.word() + rating, measure.points(rating));
        for (Feeling feeling : Feeling.values())
            worth.put(feeling.word(), (double) feeling.points());
        return worth;
    }

    /**
     * The member's people whose delight may have ended lately: by what was said alone they can have
     * been near enough to it within the window, and are not far beyond it now.
     */
    public List<PersonId> nearTheEdge(Viewer viewer, Instant at) {
        return jdbc.sql(
                        """
                        SELECT s.person_id
                        FROM (SELECT w.person_id, w.member_id, w.at, w.measure || w.rating AS word, :answerDays::float8 AS half
                              FROM survey_answer w WHERE w.workspace_id = :workspace AND w.at > :oldest AND w.at <= :at
                              UNION ALL
                              SELECT k.person_id, k.member_id, k.at, k.feeling, :markDays::float8
                              FROM experience_mark k
                              WHERE k.workspace_id = :workspace AND k.person_id IS NOT NULL AND k.known_at > :oldest AND k.known_at <= :at
                                AND (k.taken_back_at IS NULL OR k.taken_back_at > :at)) s
                        JOIN unnest(:words::text[], :points::float8[]) AS worth (word, points) ON worth.word = s.word
                        JOIN contact c ON c.workspace_id = :workspace AND c.id = s.person_id AND c.deleted_at IS NULL
                        CROSS JOIN LATERAL (SELECT %s AS owner_id) v
                        WHERE v.owner_id = :member OR v.owner_id IS NULL AND s.member_id = :member
                        GROUP BY s.person_id
                        HAVING sum(greatest(points, 0) * power(.5, extract(epoch FROM greatest(s.at, :from::timestamptz) - s.at)::float8 / 86400 / half)) >= :least
                           AND sum(points * power(.5, extract(epoch FROM :at::timestamptz - s.at)::float8 / 86400 / half)) < :most
                        ORDER BY s.person_id LIMIT :limit
                        """
                                .formatted(OwnerThen.SQL))
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("answerDays", Fading.halfLifeDays(Kind.ANSWER))
                .param("markDays", Fading.halfLifeDays(Kind.MARK))
                .param("oldest", MarkRows.utc(at.minus(Fading.life(Kind.MARK))))
                .param("from", MarkRows.utc(at.minus(Drift.WINDOW)))
                .param("at", MarkRows.utc(at))
                .param("words", WORTH.keySet().toArray(String[]::new))
                .param("points", WORTH.values().toArray(Double[]::new))
                .param("least", Ledger.DELIGHTED - SLACK)
                .param("most", Ledger.DELIGHTED + SLACK)
                .param("limit", MOST)
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }
}
