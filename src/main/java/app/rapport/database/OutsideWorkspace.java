package app.rapport.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The app's role in no workspace: it reaches the few tables that belong to none (logins, sessions,
 * token look-up), and sees no row of any other.
 */
public final class OutsideWorkspace implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideWorkspace.class);

    private final HikariDataSource pool;
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    OutsideWorkspace(HikariDataSource pool) {
        this.pool = pool;
        this.dataSource = new FairDataSource(pool);
        this.jdbc = JdbcClient.create(dataSource);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        pool.close();
    }

    /** How many connections are in use; null before the first. */
    @Nullable HikariPoolMXBean use() {
        return pool.getHikariPoolMXBean();
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /** Whether the database takes a connection and answers. */
    public boolean answers() {
        try {
            return jdbc.sql("SELECT 1").query(Integer.class).single() == 1;
        } catch (DataAccessException e) {
            LOG.warn("The database does not answer: {}", e.getMostSpecificCause().getMessage());
            return false;
        }
    }

    /** Runs the work in one transaction of its own. */
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(_ -> work.get());
    }
}
