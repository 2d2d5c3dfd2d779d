package app.rapport.calls.store;

import app.rapport.database.NewestFirst;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Business cases in the bin. */
@Repository
public class DeletedCases {
    private static final String SELECT =
            """
            SELECT c.id, v.content ->> 'title' AS title, c.deleted_at, c.deleted_by FROM business_case c
            JOIN business_case_version v ON v.workspace_id = c.workspace_id AND v.case_id = c.id AND v.revision = c.revision
            WHERE c.workspace_id = :workspace AND c.deleted_at IS NOT NULL
              AND (c.account_id IS NULL OR EXISTS (SELECT FROM account a WHERE a.workspace_id = c.workspace_id AND a.id = c.account_id AND a.deleted_at IS NULL))
              AND (c.deal_id IS NULL OR EXISTS (SELECT FROM deal d WHERE d.workspace_id = c.workspace_id AND d.id = c.deal_id AND d.deleted_at IS NULL))
            """;

    private final JdbcClient jdbc;

    DeletedCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Deleted(UUID id, String title, Instant at, Optional<MemberId> by) {}

    public List<Deleted> list(Viewer viewer, PlaceInTime before, int most) {
        return NewestFirst.before(
                        asked(viewer, NewestFirst.by("c.deleted_at", "c.id")), before, most)
                .query((row, _) -> deleted(row))
                .list();
    }

    public Optional<Deleted> one(Viewer viewer, UUID id) {
        return asked(viewer, " AND c.id = :id")
                .param("id", id)
                .query((row, _) -> deleted(row))
                .optional();
    }

    private StatementSpec asked(Viewer viewer, String which) {
        return jdbc.sql(SELECT + which).param("workspace", viewer.workspace().value());
    }

    private static Deleted deleted(ResultSet row) throws SQLException {
        return new Deleted(
                row.getObject("id", UUID.class),
                row.getString("title"),
                TalkPlanRows.moment(row, "deleted_at").orElseThrow(),
                Optional.ofNullable(row.getObject("deleted_by", UUID.class)).map(MemberId::new));
    }

    public boolean restore(Viewer viewer, UUID id) {
        return jdbc.sql(
                                "UPDATE business_case SET deleted_at = NULL, deleted_by = NULL WHERE workspace_id = :workspace AND id = :id AND deleted_at IS NOT NULL")
                        .param("workspace", viewer.workspace().value())
                        .param("id", id)
                        .update()
                == 1;
    }

    public void empty(Viewer viewer, Instant before) {
        jdbc.sql(
                        "DELETE FROM business_case WHERE workspace_id = :workspace AND deleted_at < :before")
                .param("workspace", viewer.workspace().value())
                .param("before", TalkPlanRows.utc(before))
                .update();
    }
}
