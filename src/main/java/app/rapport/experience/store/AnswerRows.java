package app.rapport.experience.store;

import app.rapport.database.NewestFirst;
import app.rapport.experience.model.Answer;
import app.rapport.experience.model.Figures.Tally;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Occasion;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What customers answered. Whoever does not see the person sees no answer of theirs. */
@Repository
public class AnswerRows {
    /** With more columns put in, and to be joined with more. */
    static final String SELECT_AND =
            """
            SELECT w.id, w.person_id, c.display_name, w.occasion, w.measure, w.rating, w.words, w.touch_id, w.at%s
            FROM survey_answer w
            JOIN contact c ON c.workspace_id = w.workspace_id AND c.id = w.person_id AND c.deleted_at IS NULL
            """;

    private static final String SELECT =
            SELECT_AND.formatted("") + " WHERE w.workspace_id = :workspace ";

    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Answer> one(Viewer viewer, UUID id) {
        return asked(viewer, SELECT + " AND w.id = :id")
                .param("id", id)
                .query((row, _) -> answer(row))
                .optional();
    }

    public List<Answer> ofPeople(Viewer viewer, Collection<PersonId> people, Instant at) {
        return asked(
                        viewer,
                        SELECT
                                + " AND w.person_id = ANY(:people) AND w.at <= :at ORDER BY w.at DESC LIMIT 2000")
                .param("people", MarkRows.ids(people))
                .param("at", MarkRows.utc(at))
                .query((row, _) -> answer(row))
                .list();
    }

    /** Newest first. */
    public List<Answer> since(Viewer viewer, Instant from, int most) {
        return asked(viewer, SELECT + " AND w.at > :from ORDER BY w.at DESC, w.id DESC LIMIT :most")
                .param("from", MarkRows.utc(from))
                .param("most", most)
                .query((row, _) -> answer(row))
                .list();
    }

    /** All, the newest first. */
    public List<Answer> before(Viewer viewer, PlaceInTime place, int most) {
        return NewestFirst.before(
                        asked(viewer, SELECT + NewestFirst.by("w.at", "w.id")), place, most)
                .query((row, _) -> answer(row))
                .list();
    }

    /** Bad ones that this member looks after, or whose person was theirs at that moment. */
    public List<Answer> bad(Viewer viewer, Instant from, Instant at) {
        return asked(
                        viewer,
                        SELECT
                                + " AND w.bad AND w.at > :from AND w.at <= :at AND (w.member_id = :member OR %s = :member)"
                                        .formatted(OwnerThen.SQL)
                                + " ORDER BY w.at DESC LIMIT 40")
                .param("member", viewer.member().value())
                .param("from", MarkRows.utc(from))
                .param("at", MarkRows.utc(at))
                .query((row, _) -> answer(row))
                .list();
    }

    /** How many gave which rating since then, of those that the viewer sees. */
    public List<Tally> tallies(Viewer viewer, Instant from) {
        return asked(
                        viewer,
                        """
                        SELECT w.measure, w.occasion, w.rating, count(*) AS n
                        FROM survey_answer w
                        JOIN contact c ON c.workspace_id = w.workspace_id AND c.id = w.person_id AND c.deleted_at IS NULL
                        WHERE w.workspace_id = :workspace AND w.at > :from GROUP BY w.measure, w.occasion, w.rating
                        """)
                .param("from", MarkRows.utc(from))
                .query((row, _) ->
                        new Tally(
                                Measure.of(row.getString("measure")).orElseThrow(),
                                Occasion.of(row.getString("occasion")).orElseThrow(),
                                row.getInt("rating"),
                                row.getLong("n")))
                .list();
    }

    /** How many were asked since then. */
    public long howManyAsked(Viewer viewer, Instant from) {
        return asked(
                        viewer,
                        """
                        SELECT count(*) FROM survey_ask a
                        JOIN contact c ON c.workspace_id = a.workspace_id AND c.id = a.person_id AND c.deleted_at IS NULL
                        WHERE a.workspace_id = :workspace AND a.asked_at > :from
                        """)
                .param("from", MarkRows.utc(from))
                .query(Long.class)
                .single();
    }

    private StatementSpec asked(Viewer viewer, String sql) {
        return jdbc.sql(sql).param("workspace", viewer.workspace().value());
    }

    static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("display_name"),
                Occasion.of(row.getString("occasion")).orElseThrow(),
                Measure.of(row.getString("measure")).orElseThrow(),
                row.getInt("rating"),
                row.getString("words"),
                MomentRows.touch(row, "touch_id"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
