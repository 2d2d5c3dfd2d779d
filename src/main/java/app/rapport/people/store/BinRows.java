package app.rapport.people.store;

import app.rapport.database.NewestFirst;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Viewer;
import app.rapport.people.Bin;
import app.rapport.people.Bin.Binned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contacts and accounts that were deleted; such as were joined to another are none of them. */
@Repository
public class BinRows {
    private static final String BINNED =
            """
            (SELECT 'CONTACT' AS kind, id, display_name AS name, deleted_at, deleted_by FROM contact
             WHERE workspace_id = :workspace AND deleted_at IS NOT NULL AND merged_into IS NULL
               AND (deleted_at, id) < (:at, :before)
             ORDER BY deleted_at DESC, id DESC LIMIT :most)
            UNION ALL
            (SELECT 'ACCOUNT', id, name, deleted_at, deleted_by FROM account
             WHERE workspace_id = :workspace AND deleted_at IS NOT NULL AND merged_into IS NULL
               AND (deleted_at, id) < (:at, :before)
             ORDER BY deleted_at DESC, id DESC LIMIT :most)
            ORDER BY deleted_at DESC, id DESC LIMIT :most
            """;

    private final JdbcClient jdbc;

    BinRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Binned> list(Viewer viewer, PlaceInTime before, int most) {
        return NewestFirst.before(jdbc.sql(BINNED), before, most)
                .param("workspace", viewer.workspace().value())
                .query((row, _) -> binned(row))
                .list();
    }

    public Optional<Binned> one(Viewer viewer, UUID id) {
        return jdbc.sql(
                        """
                        SELECT 'CONTACT' AS kind, id, display_name AS name, deleted_at, deleted_by FROM contact
                        WHERE workspace_id = :workspace AND id = :id AND deleted_at IS NOT NULL AND merged_into IS NULL
                        UNION ALL
                        SELECT 'ACCOUNT', id, name, deleted_at, deleted_by FROM account
                        WHERE workspace_id = :workspace AND id = :id AND deleted_at IS NOT NULL AND merged_into IS NULL
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .query((row, _) -> binned(row))
                .optional();
    }

    private static Binned binned(ResultSet row) throws SQLException {
        Instant deleted = row.getObject("deleted_at", OffsetDateTime.class).toInstant();
        return new Binned(
                Bin.Kind.valueOf(row.getString("kind")),
                row.getObject("id", UUID.class),
                row.getString("name"),
                deleted,
                Optional.ofNullable(row.getObject("deleted_by", UUID.class)).map(MemberId::new),
                deleted.plus(Bin.KEPT));
    }

    /**
     * Deletes for good what was deleted before that moment, with all that hangs on it: what was
     * joined to it, and what its merges remember of either.
     *
     * @return the people among them
     */
    public List<PersonId> empty(Viewer viewer, Instant before) {
        List<PersonId> people =
                emptied("contact", viewer, before).stream().map(PersonId::new).toList();
        emptied("account", viewer, before);
        return people;
    }

    private List<UUID> emptied(String table, Viewer viewer, Instant before) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE whole AS (
                          SELECT r.id FROM {table} r
                          WHERE r.workspace_id = :workspace AND r.deleted_at < :before AND r.merged_into IS NULL
                          UNION
                          SELECT m.id FROM whole JOIN {table} m ON m.workspace_id = :workspace AND m.merged_into = whole.id),
                        gone AS (
                          DELETE FROM {table} r USING whole
                          WHERE r.workspace_id = :workspace AND r.id = whole.id
                          RETURNING r.id),
                        history AS (
                          DELETE FROM field_change f USING whole
                          WHERE f.workspace_id = :workspace AND f.subject_id = whole.id),
                        merges AS (
                          DELETE FROM merge m USING whole
                          WHERE m.workspace_id = :workspace AND (m.winner_id = whole.id OR m.loser_id = whole.id))
                        SELECT id FROM gone
                        """
                                .replace("{table}", table))
                .param("workspace", viewer.workspace().value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }
}
