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

/** Plans in the bin. */
@Repository
public class DeletedPlans {
    private static final String SELECT =
            """
            SELECT p.id, c.display_name, p.aim, p.deleted_at, p.deleted_by FROM talk_plan p
            JOIN contact c ON c.workspace_id = p.workspace_id AND c.id = p.person_id AND c.deleted_at IS NULL
            WHERE p.workspace_id = :workspace AND p.deleted_at IS NOT NULL
            """;

    private final JdbcClient jdbc;

    DeletedPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Deleted(
            UUID id, String person, String aim, Instant deleted, Optional<MemberId> by) {}

    public List<Deleted> list(Viewer viewer, PlaceInTime before, int most) {
        return NewestFirst.before(
                        asked(viewer, NewestFirst.by("p.deleted_at", "p.id")), before, most)
                .query((row, _) -> deleted(row))
                .list();
    }

    public Optional<Deleted> one(Viewer viewer, UUID id) {
        return asked(viewer, " AND p.id = :id")
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
                row.getString("display_name"),
                row.getString("aim"),
                TalkPlanRows.moment(row, "deleted_at").orElseThrow(),
                Optional.ofNullable(row.getObject("deleted_by", UUID.class)).map(MemberId::new));
    }

    public boolean restore(Viewer viewer, UUID id) {
        return jdbc.sql(
                                "UPDATE talk_plan SET deleted_at = NULL, deleted_by = NULL WHERE workspace_id = :workspace AND id = :id AND deleted_at IS NOT NULL")
                        .param("workspace", viewer.workspace().value())
                        .param("id", id)
                        .update()
                == 1;
    }

    public void empty(Viewer viewer, Instant before) {
        jdbc.sql("DELETE FROM talk_plan WHERE workspace_id = :workspace AND deleted_at < :before")
                .param("workspace", viewer.workspace().value())
                .param("before", TalkPlanRows.utc(before))
                .update();
    }
}
