package app.rapport.database;

import app.rapport.kernel.Seen;
import app.rapport.kernel.WorkspaceId;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Hands out connections that are in the current workspace. A physical connection remembers which
 * workspace it was last put into, and whose records are seen, so the round trip is paid only when
 * that changes. The setting is made before a transaction begins; a rollback can therefore not undo
 * it behind our back.
 */
final class WorkspaceDataSource extends DelegatingDataSource implements AutoCloseable {
    private final HikariDataSource pool;
    private final Map<PgConnection, Setting> settings =
            Collections.synchronizedMap(new WeakHashMap<>());

    WorkspaceDataSource(HikariDataSource pool) {
        super(new FairDataSource(pool));
        this.pool = pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    /** How many connections are in use; null before the first. */
    @Nullable HikariPoolMXBean use() {
        return pool.getHikariPoolMXBean();
    }

    @Override
    public Connection getConnection() throws SQLException {
        WorkspaceId workspace =
                CurrentWorkspace.get()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "no workspace: bind CurrentWorkspace first"));
        Connection connection = obtainTargetDataSource().getConnection();
        try {
            enter(connection, new Setting(workspace, CurrentWorkspace.seen()));
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException("connections come with the app's role only");
    }

    private record Setting(WorkspaceId workspace, Seen seen) {}

    private void enter(Connection connection, Setting setting) throws SQLException {
        PgConnection physical = connection.unwrap(PgConnection.class);
        if (setting.equals(settings.get(physical))) return;
        settings.remove(physical);
        try (PreparedStatement set =
                connection.prepareStatement(
                        "SELECT set_config('app.workspace', ?, false), set_config('app.owners', ?, false)")) {
            set.setString(1, setting.workspace().toString());
            set.setString(2, setting.seen().text());
            set.execute();
        }
        settings.put(physical, setting);
    }
}
