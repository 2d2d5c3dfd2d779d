package app.rapport.calls.store;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    public List<Deleted> list(Viewer viewer, int most) {
        return found(viewer, " ORDER BY p.deleted_at DESC LIMIT " + most, Optional.empty());
    }

    public Optional<Deleted> one(Viewer viewer, UUID id) {
        return found(viewer, " AND p.id = :id", Optional.of(id)).stream().findFirst();
    }

    private List<Deleted> found(Viewer viewer, String which, Optional<UUID> id) {
        var statement = jdbc.sql(SELECT + which).param("workspace", viewer.workspace().value());
        id.ifPresent(one -> statement.param("id", one));
        return statement
                .query((row, _) ->
                        new Deleted(
                                row.getObject("id", UUID.class),
                                row.getString("display_name"),
                                row.getString("aim"),
                                TalkPlanRows.moment(row, "deleted_at").orElseThrow(),
                                Optional.ofNullable(row.getObject("deleted_by", UUID.class))
                                        .map(MemberId::new)))
                .list();
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
