package app.rapport.database;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Hands out a pool's connections first come, first served. The pool itself lets whoever comes just
 * as one is given back take it from under the nose of those who wait; with a thread for each
 * request, sixteen busy clients made others wait for twenty seconds and fail.
 */
final class FairDataSource extends DelegatingDataSource {
    private final Semaphore turns;
    private final long patience;

    FairDataSource(HikariDataSource pool) {
        super(pool);
        this.turns = new Semaphore(pool.getMaximumPoolSize(), true);
        this.patience = pool.getConnectionTimeout();
    }

    @Override
    public Connection getConnection() throws SQLException {
        await();
        try {
            return givingTheTurnBack(obtainTargetDataSource().getConnection());
        } catch (SQLException | RuntimeException e) {
            turns.release();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException("connections come with the pool's role only");
    }

    private void await() throws SQLException {
        try {
            if (turns.tryAcquire(patience, TimeUnit.MILLISECONDS)) return;
            throw new SQLTransientConnectionException(
                    "no connection came free in " + patience + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException(
                    "interrupted while waiting for a connection", e);
        }
    }

    private Connection givingTheTurnBack(Connection connection) {
        AtomicBoolean given = new AtomicBoolean();
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, args) -> {
                            try {
                                return method.invoke(connection, args);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            } finally {
                                if (method.getName().equals("close")
                                        && given.compareAndSet(false, true)) turns.release();
                            }
                        });
    }
}
