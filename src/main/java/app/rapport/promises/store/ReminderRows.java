package app.rapport.promises.store;

import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.WorkspaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reminders that were ordered by mail and have not left. */
@Repository
public class ReminderRows {
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final OutsideWorkspace outside;

    ReminderRows(JdbcClient jdbc, OutsideWorkspace outside) {
        this.jdbc = jdbc;
        this.outside = outside;
    }

    public List<WorkspaceId> workspaces(Instant now) {
        return outside.jdbc()
                .sql("SELECT workspaces_with_reminders(:now)")
                .param("now", PromiseRows.utc(now))
                .query((row, _) -> new WorkspaceId(row.getObject(1, UUID.class)))
                .list();
    }

    /** One to send. */
    public record Due(UUID task, UUID member, Instant at) {}

    public List<Due> due(WorkspaceId workspace, Instant now) {
        return jdbc.sql(
                        """
                        SELECT id, member_id, remind_at FROM promise
                        WHERE workspace_id = :workspace AND settled_at IS NULL AND remind_by_mail AND reminded_at IS NULL AND remind_at <= :now
                        ORDER BY remind_at LIMIT :most
                        """)
                .param("workspace", workspace.value())
                .param("now", PromiseRows.utc(now))
                .param("most", AT_ONCE)
                .query((row, _) ->
                        new Due(
                                row.getObject("id", UUID.class),
                                row.getObject("member_id", UUID.class),
                                row.getObject("remind_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** False where it left already, or was put off meanwhile. */
    public boolean claim(WorkspaceId workspace, UUID task, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE promise SET reminded_at = :now
                                WHERE workspace_id = :workspace AND id = :id AND settled_at IS NULL AND remind_by_mail
                                  AND reminded_at IS NULL AND remind_at <= :now
                                """)
                        .param("workspace", workspace.value())
                        .param("id", task)
                        .param("now", PromiseRows.utc(now))
                        .update()
                == 1;
    }
}
