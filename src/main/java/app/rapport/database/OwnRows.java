package app.rapport.database;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that a member keeps to themselves: nobody inherits them, they go when the member leaves. */
public record OwnRows(String table, String column) {
    public void letGo(JdbcClient jdbc, Viewer by, MemberId from) {
        jdbc.sql(
                        "DELETE FROM %s WHERE workspace_id = :workspace AND %s = :from"
                                .formatted(table, column))
                .param("workspace", by.workspace().value())
                .param("from", from.value())
                .update();
    }
}
