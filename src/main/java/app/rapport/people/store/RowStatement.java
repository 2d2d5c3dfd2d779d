package app.rapport.people.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A statement over many rows, which are written out on another processor while the database still
 * works on the statements before it.
 */
public final class RowStatement {
    private final String sql;
    private final Map<String, Object> params;
    private final FutureTask<Optional<String>> rows;

    private RowStatement(
            String sql, Map<String, Object> params, FutureTask<Optional<String>> rows) {
        this.sql = sql;
        this.params = params;
        this.rows = rows;
    }

    /**
     * Begins to write the rows out.
     *
     * @param sql takes them as {@code :rows}
     * @param fill adds them; what it reads does not change any more
     */
    static RowStatement of(String sql, Map<String, Object> params, Consumer<JsonRows> fill) {
        FutureTask<Optional<String>> rows = new FutureTask<>(() -> writtenOut(fill));
        ForkJoinPool.commonPool().execute(rows);
        return new RowStatement(sql, params, rows);
    }

    private static Optional<String> writtenOut(Consumer<JsonRows> fill) {
        JsonRows rows = new JsonRows();
        fill.accept(rows);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.text());
    }

    /** Without rows there is nothing to do. */
    void run(JdbcClient jdbc) {
        written().ifPresent(text -> jdbc.sql(sql).params(params).param("rows", text).update());
    }

    /** What nobody has begun to write is not waited for. */
    private Optional<String> written() {
        rows.run();
        try {
            return rows.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
