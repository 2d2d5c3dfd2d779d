package app.rapport.people.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A statement over many rows, which are written out on another processor while the database still
 * works on the statements before it.
 */
public final class RowStatement {
    private final String sql;
    private final Map<String, Object> params;
    private final List<Column> columns;
    private final FutureTask<ColumnRows> rows;

    private RowStatement(
            String sql,
            Map<String, Object> params,
            List<Column> columns,
            FutureTask<ColumnRows> rows) {
        this.sql = sql;
        this.params = params;
        this.columns = columns;
        this.rows = rows;
    }

    /** A column of the rows, with PostgreSQL's type. */
    private record Column(String name, String type) {
        static Column of(String declared) {
            String[] parts = declared.strip().split(" ", 2);
            return new Column(parts[0], parts[1]);
        }

        String param() {
            return "rows_" + name;
        }
    }

    /**
     * Begins to write the rows out.
     *
     * @param sql takes them as {@code {rows}}, a table
     * @param columns of that table, with their types: {@code "id uuid, name text"}
     * @param fill adds them; what it reads does not change any more
     */
    static RowStatement of(
            String sql, String columns, Map<String, Object> params, Consumer<ColumnRows> fill) {
        List<Column> all = Arrays.stream(columns.split(",")).map(Column::of).toList();
        FutureTask<ColumnRows> rows = new FutureTask<>(() -> writtenOut(fill));
        ForkJoinPool.commonPool().execute(rows);
        return new RowStatement(sql.replace("{rows}", table(all)), params, all, rows);
    }

    private static ColumnRows writtenOut(Consumer<ColumnRows> fill) {
        ColumnRows rows = new ColumnRows();
        fill.accept(rows);
        return rows;
    }

    private static String table(List<Column> columns) {
        return "(SELECT %s FROM unnest(%s) AS u (%s))"
                .formatted(
                        listed(columns, "u.%1$s::%2$s AS %1$s"),
                        listed(columns, ":rows_%1$s::text[]"),
                        listed(columns, "%1$s"));
    }

    private static String listed(List<Column> columns, String each) {
        return columns.stream()
                .map(column -> each.formatted(column.name(), column.type()))
                .collect(Collectors.joining(", "));
    }

    /** Without rows there is nothing to do. */
    void run(JdbcClient jdbc) {
        ColumnRows all = written();
        if (all.isEmpty()) return;
        JdbcClient.StatementSpec statement = jdbc.sql(sql).params(params);
        for (Column column : columns)
            statement = statement.param(column.param(), all.column(column.name()));
        statement.update();
    }

    /** What nobody has begun to write is not waited for. */
    private ColumnRows written() {
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
