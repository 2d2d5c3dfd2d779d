package app.rapport.agenda.store;

import app.rapport.kernel.Viewer;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** For which days a member's Today was sent. */
@Repository
public class TodayMailDays {
    private final JdbcClient jdbc;

    TodayMailDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * True for exactly one caller a day, once its transaction is through; older days are forgotten.
     */
    public boolean claim(Viewer viewer, LocalDate day) {
        int claimed =
                jdbc.sql(
                                """
                                INSERT INTO today_mail (workspace_id, member_id, day) VALUES (:workspace, :member, :day)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param("day", day)
                        .update();
        jdbc.sql(
                        "DELETE FROM today_mail WHERE workspace_id = :workspace AND member_id = :member AND day < :day")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("day", day.minusDays(7))
                .update();
        return claimed == 1;
    }
}
