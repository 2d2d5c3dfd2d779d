package app.rapport.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables' owner, whom row-level security does not bind: migrations, doctor, set-based rebuilds.
 * Never reached from the web.
 */
public final class OwnerDatabase {
    private final DataSource dataSource;

    OwnerDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }
}
