package app.rapport.conversations.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows on their way into one statement, each column as one array: a batch of any size is one round
 * trip and one short plan. COPY would be no faster here: row-level security refuses it, and by way
 * of a temporary table every row is written twice.
 */
final class Columns {
    private static final int MOST_ROWS = 20_000;

    private final JdbcClient jdbc;
    private final UUID workspace;
    private final String sql;
    private final Type[] types;
    private final List<List<@Nullable Object>> columns = new ArrayList<>();

    /** What a column holds, and how it travels. */
    enum Type {
        UUID("uuid[]", UUID[]::new),
        TEXT("text[]", String[]::new),
        BYTES("bytea[]", byte[][]::new),
        BOOLEAN("boolean[]", Boolean[]::new),
        INTEGER("int[]", Integer[]::new),
        LONG("bigint[]", Long[]::new),
        REAL("real[]", Float[]::new),
        TIME("text[]::timestamptz[]", String[]::new);

        private final String cast;
        private final java.util.function.IntFunction<Object[]> array;

        Type(String cast, java.util.function.IntFunction<Object[]> array) {
            this.cast = cast;
            this.array = array;
        }
    }

    /**
     * @param sql in which {@code {rows}} stands for the rows and {@code :workspace} for theirs
     */
    Columns(JdbcClient jdbc, UUID workspace, String sql, Type... types) {
        this.jdbc = jdbc;
        this.workspace = workspace;
        this.sql = sql.replace("{rows}", unnest(types));
        this.types = types;
        for (int i = 0; i < types.length; i++) columns.add(new ArrayList<>());
    }

    private static String unnest(Type[] types) {
        List<String> arrays = new ArrayList<>();
        for (int i = 0; i < types.length; i++) arrays.add(":c" + i + "::" + types[i].cast);
        return "unnest(" + String.join(", ", arrays) + ")";
    }

    /**
     * @param cells one for each column; times as {@link java.time.Instant}
     */
    void add(@Nullable Object... cells) {
        if (columns.getFirst().size() >= MOST_ROWS) write();
        for (int i = 0; i < cells.length; i++) columns.get(i).add(cell(types[i], cells[i]));
    }

    private static @Nullable Object cell(Type type, @Nullable Object value) {
        if (value == null) return null;
        return switch (type) {
            case TEXT -> StoredText.clean((String) value);
            case TIME -> value.toString();
            default -> value;
        };
    }

    /** Sends what was added since, if anything. */
    void write() {
        if (columns.getFirst().isEmpty()) return;
        JdbcClient.StatementSpec statement = jdbc.sql(sql).param("workspace", workspace);
        for (int i = 0; i < types.length; i++) {
            statement = statement.param("c" + i, columns.get(i).toArray(types[i].array.apply(0)));
            columns.get(i).clear();
        }
        statement.update();
    }
}
