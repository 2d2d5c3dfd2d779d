package app.rapport.exchange.store;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the workspace's imports went, without what was in them or how their files are called. */
@Repository
public class IntakeHealth {
    private final JdbcClient jdbc;

    IntakeHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Went(
            UUID id,
            MemberId member,
            String state,
            Instant began,
            Optional<Instant> ended,
            long read,
            long stored,
            long known,
            long aside) {}

    /** The newest first. */
    public List<Went> newest(Viewer viewer, int most) {
        return jdbc.sql(
                        """
                        SELECT id, member_id, state, created_at, finished_at, read, stored, already_known, set_aside
                        FROM import WHERE workspace_id = :workspace ORDER BY created_at DESC, id DESC LIMIT :most
                        """)
                .param("workspace", viewer.workspace().value())
                .param("most", most)
                .query((row, _) ->
                        new Went(
                                row.getObject("id", UUID.class),
                                new MemberId(row.getObject("member_id", UUID.class)),
                                row.getString("state"),
                                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                                Optional.ofNullable(
                                                row.getObject("finished_at", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant),
                                row.getLong("read"),
                                row.getLong("stored"),
                                row.getLong("already_known"),
                                row.getLong("set_aside")))
                .list();
    }
}
