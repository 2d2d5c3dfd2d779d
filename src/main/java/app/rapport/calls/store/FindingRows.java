package app.rapport.calls.store;

import app.rapport.calls.model.Found;
import app.rapport.calls.model.Heard;
import app.rapport.calls.model.Kept;
import app.rapport.calls.model.TalkLog;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.Deadline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people made of what was found in notes. */
@Repository
public class FindingRows {
    private final JdbcClient jdbc;

    FindingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which it was decided. */
    public List<Kept> of(Viewer viewer, UUID plan) {
        return jdbc.sql(
                        "SELECT * FROM talk_finding WHERE workspace_id = :workspace AND plan_id = :plan ORDER BY at, place")
                .param("workspace", viewer.workspace().value())
                .param("plan", plan)
                .query((row, _) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        @Nullable LocalDate day = row.getObject("due_on", LocalDate.class);
        @Nullable LocalTime time = row.getObject("due_time", LocalTime.class);
        return new Kept(
                row.getString("place"),
                Found.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("words"),
                Optional.ofNullable(day).map(on -> new Deadline(on, Optional.ofNullable(time))),
                Optional.ofNullable(row.getObject("promise_id", UUID.class)),
                row.getBoolean("declined"),
                TalkPlanRows.moment(row, "at").orElseThrow());
    }

    /** False where these words were decided about already. */
    public boolean add(Viewer viewer, UUID plan, Kept kept) {
        return jdbc.sql(
                                """
                                INSERT INTO talk_finding (workspace_id, plan_id, place, kind, words, due_on, due_time, promise_id, declined, member_id, at)
                                VALUES (:workspace, :plan, :place, :kind, :words, :day, :time, :promise, :declined, :member, :at)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("plan", plan)
                        .param("place", kept.place())
                        .param("kind", TalkLog.word(kept.kind()))
                        .param("words", kept.words())
                        .param("day", kept.due().map(Deadline::day).orElse(null), Types.DATE)
                        .param("time", kept.due().flatMap(Deadline::time).orElse(null), Types.TIME)
                        .param("promise", kept.promise().orElse(null), Types.OTHER)
                        .param("declined", kept.declined())
                        .param("member", viewer.member().value())
                        .param("at", TalkPlanRows.utc(kept.at()))
                        .update()
                == 1;
    }

    public void remove(Viewer viewer, UUID plan, String place) {
        jdbc.sql(
                        "DELETE FROM talk_finding WHERE workspace_id = :workspace AND plan_id = :plan AND place = :place")
                .param("workspace", viewer.workspace().value())
                .param("plan", plan)
                .param("place", place)
                .update();
    }

    /** Needs, hesitations and open questions of talks with that person up to then, newest first. */
    public List<Heard> heardOf(Viewer viewer, PersonId person, Instant at, int most) {
        return jdbc.sql(
                        """
                        SELECT f.kind, f.words, f.at, l.touch_id FROM talk_finding f
                        JOIN talk_plan p ON p.workspace_id = f.workspace_id AND p.id = f.plan_id AND p.deleted_at IS NULL
                        LEFT JOIN talk_log l ON l.workspace_id = f.workspace_id AND l.plan_id = f.plan_id
                        WHERE f.workspace_id = :workspace AND p.person_id = :person AND NOT f.declined AND f.at <= :at
                          AND f.kind IN ('need', 'need_sensed', 'hesitation', 'question')
                        ORDER BY f.at DESC, f.place LIMIT :most
                        """)
                .param("workspace", viewer.workspace().value())
                .param("person", person.value())
                .param("at", TalkPlanRows.utc(at))
                .param("most", most)
                .query((row, _) ->
                        new Heard(
                                Found.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                                row.getString("words"),
                                TalkPlanRows.moment(row, "at").orElseThrow(),
                                Optional.ofNullable(row.getObject("touch_id", UUID.class))
                                        .map(TouchId::new)))
                .list();
    }
}
