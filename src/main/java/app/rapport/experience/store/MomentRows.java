package app.rapport.experience.store;

import app.rapport.database.NewestFirst;
import app.rapport.experience.model.Answer;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Moment;
import app.rapport.experience.model.Occasion;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Moments that matter, with what was asked after them. */
@Repository
public class MomentRows {
    /** Whoever does not see the person sees no moment of theirs. */
    private static final String SELECT =
            """
            SELECT m.id, m.person_id, m.occasion, m.at, m.touch_id, a.asked_at,
                   w.id AS answer, w.measure, w.rating, w.words, w.touch_id AS answer_touch, w.at AS answered_at
            FROM survey_moment m
            JOIN contact c ON c.workspace_id = m.workspace_id AND c.id = m.person_id AND c.deleted_at IS NULL
            LEFT JOIN survey_ask a ON a.workspace_id = m.workspace_id AND a.moment_id = m.id
            LEFT JOIN survey_answer w ON w.workspace_id = a.workspace_id AND w.ask_id = a.id
            WHERE m.workspace_id = :workspace AND m.taken_back_at IS NULL
            """;

    private static final String NEWEST = NewestFirst.by("m.at", "m.id");

    private final JdbcClient jdbc;

    MomentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean any(Viewer viewer) {
        return asked(
                        viewer,
                        "SELECT EXISTS (SELECT FROM survey_moment WHERE workspace_id = :workspace)")
                .query(Boolean.class)
                .single();
    }

    public Optional<Moment> one(Viewer viewer, UUID id) {
        return asked(viewer, SELECT + " AND m.id = :id")
                .param("id", id)
                .query((row, _) -> moment(row))
                .optional();
    }

    /** With one person, newest first. */
    public List<Moment> with(Viewer viewer, PersonId person, PlaceInTime before, int most) {
        return newest(
                asked(viewer, SELECT + " AND m.person_id = :person" + NEWEST)
                        .param("person", person.value()),
                before,
                most);
    }

    /** Nobody was asked after them yet, the newest first. */
    public List<Moment> unasked(Viewer viewer, Instant since, PlaceInTime before, int most) {
        return newest(
                asked(viewer, SELECT + " AND a.id IS NULL AND m.at >= :since" + NEWEST)
                        .param("since", MarkRows.utc(since)),
                before,
                most);
    }

    private static List<Moment> newest(StatementSpec asked, PlaceInTime before, int most) {
        return NewestFirst.before(asked, before, most).query((row, _) -> moment(row)).list();
    }

    private static Moment moment(ResultSet row) throws SQLException {
        PersonId person = new PersonId(row.getObject("person_id", UUID.class));
        Occasion occasion = Occasion.of(row.getString("occasion")).orElseThrow();
        UUID answer = row.getObject("answer", UUID.class);
        return new Moment(
                row.getObject("id", UUID.class),
                person,
                occasion,
                row.getObject("at", OffsetDateTime.class).toInstant(),
                touch(row, "touch_id"),
                Optional.ofNullable(row.getObject("asked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                answer == null
                        ? Optional.empty()
                        : Optional.of(
                                new Answer(
                                        answer,
                                        person,
                                        "",
                                        occasion,
                                        Measure.of(row.getString("measure")).orElseThrow(),
                                        row.getInt("rating"),
                                        row.getString("words"),
                                        touch(row, "answer_touch"),
                                        row.getObject("answered_at", OffsetDateTime.class)
                                                .toInstant())));
    }

    static Optional<TouchId> touch(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(TouchId::new);
    }

    public void add(Viewer viewer, Moment moment, Instant now) {
        asked(
                        viewer,
                        """
                        INSERT INTO survey_moment (workspace_id, id, person_id, occasion, at, touch_id, member_id, known_at)
                        VALUES (:workspace, :id, :person, :occasion, :at, :touch, :member, :now)
                        """)
                .param("id", moment.id())
                .param("person", moment.person().value())
                .param("occasion", moment.occasion().word())
                .param("at", MarkRows.utc(moment.at()))
                .param("touch", moment.touch().map(TouchId::value).orElse(null))
                .param("member", viewer.member().value())
                .param("now", MarkRows.utc(now))
                .update();
    }

    /** Only before anybody was asked after it. */
    public boolean takeBack(Viewer viewer, UUID id, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE survey_moment m SET taken_back_at = :now
                                WHERE m.workspace_id = :workspace AND m.id = :id AND m.taken_back_at IS NULL
                                  AND NOT EXISTS (SELECT FROM survey_ask a WHERE a.workspace_id = m.workspace_id AND a.moment_id = m.id)
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("id", id)
                        .param("now", MarkRows.utc(now))
                        .update()
                == 1;
    }

    private StatementSpec asked(Viewer viewer, String sql) {
        StatementSpec statement = jdbc.sql(sql).param("workspace", viewer.workspace().value());
        return sql.contains(":member")
                ? statement.param("member", viewer.member().value())
                : statement;
    }
}
