package app.rapport.calendar.store;

import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The secret behind each member's feed, as its SHA-256. */
@Repository
public class FeedRows {
    private static final String MINE = " WHERE workspace_id = :workspace AND member_id = :member";

    private final OutsideWorkspace outside;
    private final JdbcClient jdbc;

    FeedRows(OutsideWorkspace outside, JdbcClient jdbc) {
        this.outside = outside;
        this.jdbc = jdbc;
    }

    public record Whose(WorkspaceId workspace, MemberId member) {}

    /** Asked before a workspace is known. */
    public Optional<Whose> whose(byte[] hash) {
        return outside.jdbc()
                .sql("SELECT workspace_id, member_id FROM calendar_feed_of(:hash)")
                .param("hash", hash)
                .query((row, _) ->
                        new Whose(
                                new WorkspaceId(row.getObject(1, UUID.class)),
                                new MemberId(row.getObject(2, UUID.class))))
                .optional();
    }

    /** One more time within that hour; how often it is now. */
    public int asked(Viewer viewer, Instant hour) {
        return mine(
                        viewer,
                        "UPDATE calendar_feed SET asked = CASE WHEN hour = :hour THEN asked + 1 ELSE 1 END, hour = :hour"
                                + MINE
                                + " RETURNING asked")
                .param("hour", hour.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    public Optional<Instant> madeAt(Viewer viewer) {
        return mine(viewer, "SELECT made_at FROM calendar_feed" + MINE)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** The one before opens nothing any more. */
    public void put(Viewer viewer, byte[] hash, Instant now) {
        mine(
                        viewer,
                        """
                        INSERT INTO calendar_feed (workspace_id, member_id, secret_hash, made_at, hour) VALUES (:workspace, :member, :hash, :now, :now)
                        ON CONFLICT (workspace_id, member_id) DO UPDATE SET secret_hash = excluded.secret_hash, made_at = excluded.made_at
                        """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void remove(Viewer viewer) {
        mine(viewer, "DELETE FROM calendar_feed" + MINE).update();
    }

    private StatementSpec mine(Viewer viewer, String sql) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value());
    }
}
