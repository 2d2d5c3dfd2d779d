package app.rapport.people.store;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One import on its way back: its statements all speak of {@code :workspace} and {@code :import}.
 */
record Undoing(JdbcClient jdbc, Viewer viewer, ImportId importId) {

    void plain(String sql) {
        jdbc.sql(sql).update();
    }

    int run(String sql) {
        return statement(sql).update();
    }

    JdbcClient.StatementSpec statement(String sql) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value());
    }
}
