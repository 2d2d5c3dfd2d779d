package app.rapport.database;

import app.rapport.kernel.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that point at a record, where two records may become one and be parted again. A second
 * column keeps whom the row meant at first: so a record that was joined again and again finds its
 * rows, in whatever order that is undone.
 *
 * @param origin the second column; null while the row points at whom it meant
 * @param unless rows that stay where they are, told of {@code t}, with {@code :into} and {@code
 *     :workspace}: such as would be there twice. Empty for none.
 */
public record PointedRows(String table, String column, String origin, String unless) {
    public PointedRows(String table, String column, String origin) {
        this(table, column, origin, "");
    }

    /** Both columns, as {@code table.column}. */
    public Stream<String> names() {
        return Stream.of(table + "." + column, table + "." + origin);
    }

    public void join(JdbcClient jdbc, WorkspaceId workspace, UUID from, UUID into) {
        jdbc.sql(
                        """
                        UPDATE %1$s t SET %2$s = :into, %3$s = coalesce(t.%3$s, t.%2$s)
                        WHERE t.workspace_id = :workspace AND t.%2$s = :from %4$s
                        """
                                .formatted(
                                        table,
                                        column,
                                        origin,
                                        unless.isEmpty() ? "" : "AND NOT (" + unless + ")"))
                .param("workspace", workspace.value())
                .param("from", from)
                .param("into", into)
                .update();
    }

    /**
     * @param holders where they may be
     * @param members whose rows go along
     */
    public void part(
            JdbcClient jdbc,
            WorkspaceId workspace,
            Collection<UUID> holders,
            UUID back,
            Collection<UUID> members) {
        jdbc.sql(
                        """
                        UPDATE %1$s t SET %2$s = :back, %3$s = nullif(t.%3$s, :back)
                        WHERE t.workspace_id = :workspace AND t.%2$s = ANY(:holders) AND t.%3$s = ANY(:members)
                        """
                                .formatted(table, column, origin))
                .param("workspace", workspace.value())
                .param("holders", holders.toArray(UUID[]::new))
                .param("back", back)
                .param("members", members.toArray(UUID[]::new))
                .update();
    }

    /** Those of these records that rows point at. */
    public List<UUID> pointedAt(JdbcClient jdbc, WorkspaceId workspace, Collection<UUID> records) {
        return pointedAt(jdbc, workspace, table, column, records);
    }

    /** The same of a column that knows no origin. */
    public static List<UUID> pointedAt(
            JdbcClient jdbc,
            WorkspaceId workspace,
            String table,
            String column,
            Collection<UUID> records) {
        return jdbc.sql(
                        "SELECT DISTINCT %2$s FROM %1$s WHERE workspace_id = :workspace AND %2$s = ANY(:records)"
                                .formatted(table, column))
                .param("workspace", workspace.value())
                .param("records", records.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** Deletes what points at one of these, or did at first. */
    public void erase(JdbcClient jdbc, WorkspaceId workspace, Collection<UUID> people) {
        jdbc.sql(
                        "DELETE FROM %1$s WHERE workspace_id = :workspace AND (%2$s = ANY(:people) OR %3$s = ANY(:people))"
                                .formatted(table, column, origin))
                .param("workspace", workspace.value())
                .param("people", people.toArray(UUID[]::new))
                .update();
    }
}
