package app.rapport.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables' owner, whom row-level security does not bind: migrations, doctor, set-based rebuilds.
 * Never reached from the web.
 */
public final class OwnerDatabase {
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

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }
}
