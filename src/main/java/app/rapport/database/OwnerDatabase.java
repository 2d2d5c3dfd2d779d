package app.rapport.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables' owner, whom row-level security does not bind: migrations, doctor, set-based rebuilds.
 * Never reached from the web.
 */
public final class OwnerDatabase implements AutoCloseable {
    private final HikariDataSource dataSource;

    OwnerDatabase(HikariDataSource dataSource) {
        this.dataSource = dataSource;
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** After the server was started anew: the old connections are dead. */
    void forgetConnections() {
        HikariPoolMXBean pool = dataSource.getHikariPoolMXBean();
        if (pool != null) pool.softEvictConnections();
    }

    /** For work that holds one connection: a backup's one moment, a restore's one transaction. */
    public Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    @Override
    public void close() {
        dataSource.close();
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }
}
