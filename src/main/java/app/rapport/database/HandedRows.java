package app.rapport.database;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that a member looks after, and somebody else when they leave.
 *
 * @param which of them, told of {@code t}; empty for all
 */
public record HandedRows(String table, String column, String which) {
    public HandedRows(String table, String column) {
        this(table, column, "");
    }

    /** As {@link app.rapport.kernel.MemberRecords} names a column. */
    public String name() {
        return table + "." + column;
    }

    /**
     * @return the ids of what was handed over
     */
    public List<UUID> handOver(JdbcClient jdbc, Viewer by, MemberId from, MemberId to) {
        return jdbc.sql(
                        "UPDATE %1$s t SET %2$s = :to WHERE t.workspace_id = :workspace AND t.%2$s = :from %3$s RETURNING id"
                                .formatted(table, column, which.isEmpty() ? "" : "AND " + which))
                .param("workspace", by.workspace().value())
                .param("from", from.value())
                .param("to", to.value())
                .query(UUID.class)
                .list();
    }

    /** Where whoever got them still has them. */
    public void giveBack(JdbcClient jdbc, Viewer by, MemberId from, MemberId to, List<UUID> rows) {
        jdbc.sql(
                        "UPDATE %1$s SET %2$s = :from WHERE workspace_id = :workspace AND %2$s = :to AND id = ANY(:rows)"
                                .formatted(table, column))
                .param("workspace", by.workspace().value())
                .param("from", from.value())
                .param("to", to.value())
                .param("rows", rows.toArray(UUID[]::new))
                .update();
    }
}
