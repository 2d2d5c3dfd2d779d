package app.rapport.experience.store;

import app.rapport.database.OutsideWorkspace;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Occasion;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** How long nobody is asked again, and after which moments everybody is. */
@Repository
public class SurveyRules {
    /** What field research lets a customer rest at least: a quarter. */
    private static final int USUAL_DAYS = 90;

    private final OutsideWorkspace outside;
    private final JdbcClient jdbc;

    SurveyRules(OutsideWorkspace outside, JdbcClient jdbc) {
        this.outside = outside;
        this.jdbc = jdbc;
    }

    public int quietDays(Viewer viewer) {
        return asked(viewer, "SELECT quiet_days FROM survey_rule WHERE workspace_id = :workspace")
                .query(Integer.class)
                .optional()
                .orElse(USUAL_DAYS);
    }

    public void quietDays(Viewer viewer, int days, Instant now) {
        asked(
                        viewer,
                        """
                        INSERT INTO survey_rule (workspace_id, quiet_days, member_id, changed_at) VALUES (:workspace, :days, :by, :now)
                        ON CONFLICT (workspace_id) DO UPDATE SET quiet_days = excluded.quiet_days, member_id = excluded.member_id, changed_at = excluded.changed_at
                        """)
                .param("days", days)
                .param("by", viewer.member().value())
                .param("now", MarkRows.utc(now))
                .update();
    }

    /**
     * @param by who ordered it, in whose name it is sent
     */
    public record Order(
            Occasion occasion, Measure measure, int afterDays, MemberId by, Instant since) {}

    public List<Order> orders(Viewer viewer) {
        return orders(viewer.workspace());
    }

    public List<Order> orders(WorkspaceId workspace) {
        return jdbc.sql(
                        "SELECT occasion, measure, after_days, member_id, ordered_at FROM survey_order WHERE workspace_id = :workspace")
                .param("workspace", workspace.value())
                .query((row, _) ->
                        new Order(
                                Occasion.of(row.getString("occasion")).orElseThrow(),
                                Measure.of(row.getString("measure")).orElseThrow(),
                                row.getInt("after_days"),
                                new MemberId(row.getObject("member_id", UUID.class)),
                                row.getObject("ordered_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public void order(Viewer viewer, Occasion occasion, Measure measure, int after, Instant now) {
        asked(
                        viewer,
                        """
                        INSERT INTO survey_order (workspace_id, id, occasion, measure, after_days, member_id, ordered_at)
                        VALUES (:workspace, :id, :occasion, :measure, :after, :by, :now)
                        ON CONFLICT (workspace_id, occasion) DO UPDATE
                        SET measure = excluded.measure, after_days = excluded.after_days, member_id = excluded.member_id, ordered_at = excluded.ordered_at
                        """)
                .param("id", Uuid7.next())
                .param("occasion", occasion.word())
                .param("measure", measure.word())
                .param("after", after)
                .param("by", viewer.member().value())
                .param("now", MarkRows.utc(now))
                .update();
    }

    public boolean cancel(Viewer viewer, Occasion occasion) {
        return asked(
                                viewer,
                                "DELETE FROM survey_order WHERE workspace_id = :workspace AND occasion = :occasion")
                        .param("occasion", occasion.word())
                        .update()
                == 1;
    }

    /** Those in which something is to be asked by itself. */
    public List<WorkspaceId> workspacesWithOrders() {
        return outside.jdbc()
                .sql("SELECT workspace_id FROM survey_order_workspaces()")
                .query((row, _) -> new WorkspaceId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Moments that an order waited long enough for, recorded since it was given. */
    public List<UUID> due(Viewer viewer, Order order, Instant now) {
        return asked(
                        viewer,
                        """
                        SELECT m.id FROM survey_moment m
                        WHERE m.workspace_id = :workspace AND m.occasion = :occasion AND m.taken_back_at IS NULL
                          AND m.known_at >= :since AND m.at <= :until AND m.at > :oldest
                          AND NOT EXISTS (SELECT FROM survey_ask a WHERE a.workspace_id = m.workspace_id AND a.moment_id = m.id)
                        ORDER BY m.at LIMIT 200
                        """)
                .param("occasion", order.occasion().word())
                .param("since", MarkRows.utc(order.since()))
                .param("until", MarkRows.utc(now.minusSeconds(86_400L * order.afterDays())))
                .param(
                        "oldest",
                        MarkRows.utc(now.minusSeconds(86_400L * (order.afterDays() + 30L))))
                .query(UUID.class)
                .list();
    }

    private StatementSpec asked(Viewer viewer, String sql) {
        return jdbc.sql(sql).param("workspace", viewer.workspace().value());
    }
}
