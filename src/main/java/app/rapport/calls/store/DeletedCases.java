package app.rapport.calls.store;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    public List<Deleted> list(Viewer viewer, int most) {
        return found(viewer, " ORDER BY c.deleted_at DESC LIMIT " + most, Optional.empty());
    }

    public Optional<Deleted> one(Viewer viewer, UUID id) {
        return found(viewer, " AND c.id = :id", Optional.of(id)).stream().findFirst();
    }

    private List<Deleted> found(Viewer viewer, String which, Optional<UUID> id) {
        var statement = jdbc.sql(SELECT + which).param("workspace", viewer.workspace().value());
        if (id.isPresent()) statement = statement.param("id", id.get());
        return statement
                .query((row, _) ->
                        new Deleted(
                                row.getObject("id", UUID.class),
                                row.getString("title"),
                                TalkPlanRows.moment(row, "deleted_at").orElseThrow(),
                                Optional.ofNullable(row.getObject("deleted_by", UUID.class))
                                        .map(MemberId::new)))
                .list();
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
