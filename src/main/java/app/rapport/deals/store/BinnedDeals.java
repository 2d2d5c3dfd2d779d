package app.rapport.deals.store;

import app.rapport.database.NewestFirst;
import app.rapport.deals.DealId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Viewer;
import app.rapport.people.Bin;
import app.rapport.people.Bin.Binned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deals that were deleted and may come back. */
@Repository
public class BinnedDeals {
    private final JdbcClient jdbc;

    BinnedDeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Binned> list(Viewer viewer, PlaceInTime before, int most) {
        return NewestFirst.before(
                        jdbc.sql(
                                "SELECT id, name, deleted_at, deleted_by FROM deal WHERE workspace_id = :workspace AND deleted_at IS NOT NULL"
                                        + NewestFirst.by("deleted_at", "id")),
                        before,
                        most)
                .param("workspace", viewer.workspace().value())
                .query((row, _) -> binned(row))
                .list();
    }

    public Optional<Binned> one(Viewer viewer, DealId id) {
        return jdbc.sql(
                        """
                        SELECT id, name, deleted_at, deleted_by FROM deal
                        WHERE workspace_id = :workspace AND id = :id AND deleted_at IS NOT NULL
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .query((row, _) -> binned(row))
                .optional();
    }

    private static Binned binned(ResultSet row) throws SQLException {
        Instant deleted = DealRows.moment(row, "deleted_at");
        return new Binned(
                Bin.Kind.DEAL,
                row.getObject("id", UUID.class),
                row.getString("name"),
                deleted,
                Optional.ofNullable(row.getObject("deleted_by", UUID.class)).map(MemberId::new),
                deleted.plus(Bin.KEPT));
    }

    /** Lets go of what was deleted before that moment, with all that hangs on it. */
    public void empty(Viewer viewer, Instant before) {
        jdbc.sql("DELETE FROM deal WHERE workspace_id = :workspace AND deleted_at < :before")
                .param("workspace", viewer.workspace().value())
                .param("before", DealRows.utc(before))
                .update();
    }
}
