package app.rapport.calendar.store;

import app.rapport.calendar.poll.Fetched.Mark;
import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Addresses at which members' calendars are read. */
@Repository
public class AddressRows {
    private static final String ONE =
            " WHERE workspace_id = :workspace AND member_id = :member AND id = :id";

    private final OutsideWorkspace outside;
    private final JdbcClient jdbc;

    AddressRows(OutsideWorkspace outside, JdbcClient jdbc) {
        this.outside = outside;
        this.jdbc = jdbc;
    }

    /**
     * @param host the part that is no secret
     */
    public record Address(
            UUID id,
            ImportId record,
            String host,
            byte[] sealed,
            Mark mark,
            Optional<String> trouble,
            Optional<Instant> readAt) {}

    public record Whose(WorkspaceId workspace, MemberId member, UUID address) {}

    /** All that are to be read; asked outside of any workspace. */
    public List<Whose> everybodys() {
        return outside.jdbc()
                .sql("SELECT workspace_id, member_id, id FROM calendar_addresses()")
                .query((row, _) ->
                        new Whose(
                                new WorkspaceId(row.getObject(1, UUID.class)),
                                new MemberId(row.getObject(2, UUID.class)),
                                row.getObject(3, UUID.class)))
                .list();
    }

    public void add(Viewer viewer, Address one, Instant now) {
        of(
                        viewer,
                        one.id(),
                        """
                        INSERT INTO calendar_address (workspace_id, member_id, id, import_id, host, sealed, created_at)
                        VALUES (:workspace, :member, :id, :import, :host, :sealed, :now)
                        """)
                .param("import", one.record().value())
                .param("host", one.host())
                .param("sealed", one.sealed())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<Address> all(Viewer viewer) {
        return jdbc.sql(
                        "SELECT * FROM calendar_address WHERE workspace_id = :workspace AND member_id = :member ORDER BY created_at, id")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .query(AddressRows::address)
                .list();
    }

    public Optional<Address> one(Viewer viewer, UUID id) {
        return of(viewer, id, "SELECT * FROM calendar_address" + ONE)
                .query(AddressRows::address)
                .optional();
    }

    public void read(Viewer viewer, UUID id, Mark mark, Instant now) {
        of(
                        viewer,
                        id,
                        "UPDATE calendar_address SET etag = :etag, modified = :modified, trouble = NULL, read_at = :now"
                                + ONE)
                .param("etag", mark.etag())
                .param("modified", mark.modified())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void troubled(Viewer viewer, UUID id, String sentence) {
        of(viewer, id, "UPDATE calendar_address SET trouble = :sentence" + ONE)
                .param("sentence", sentence)
                .update();
    }

    public void remove(Viewer viewer, UUID id) {
        of(viewer, id, "DELETE FROM calendar_address" + ONE).update();
    }

    private StatementSpec of(Viewer viewer, UUID id, String sql) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id);
    }

    private static Address address(ResultSet row, int number) throws SQLException {
        return new Address(
                row.getObject("id", UUID.class),
                new ImportId(row.getObject("import_id", UUID.class)),
                row.getString("host"),
                row.getBytes("sealed"),
                new Mark(row.getString("etag"), row.getString("modified")),
                Optional.ofNullable(row.getString("trouble")),
                Optional.ofNullable(row.getObject("read_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
