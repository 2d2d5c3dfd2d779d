package app.rapport.database.backup;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the database itself says of its tables; asked as the owner, on one connection. */
final class Catalog {
    private static final String HISTORY = "flyway_schema_history";
    private final JdbcClient jdbc;

    Catalog(java.sql.Connection connection) {
        DataSource one = new SingleConnectionDataSource(connection, true);
        this.jdbc = JdbcClient.create(one);
    }

    /** Every table but the migrations' own, with the columns that are stored. */
    List<Manifest.Table> tables() {
        Map<String, List<String>> columns = new TreeMap<>();
        jdbc.sql(
                        """
                        SELECT c.relname, a.attname FROM pg_class c
                        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> :history
                        ORDER BY c.relname, a.attnum
                        """)
                .param("history", HISTORY)
                .query(row -> {
                    columns.computeIfAbsent(row.getString(1), _ -> new java.util.ArrayList<>())
                            .add(row.getString(2));
                });
        return columns.entrySet().stream()
                .map(table -> new Manifest.Table(table.getKey(), List.copyOf(table.getValue())))
                .toList();
    }

    /** Versions of the migrations that have run, in their order. */
    List<String> schema() {
        return jdbc.sql(
                        "SELECT version FROM "
                                + HISTORY
                                + " WHERE success AND version IS NOT NULL ORDER BY version")
                .query(String.class)
                .list();
    }

    /**
     * @param definition as ALTER TABLE takes it
     */
    record ForeignKey(String table, String name, String definition) {
        String drop() {
            return "ALTER TABLE "
                    + Identifiers.quoted(table)
                    + " DROP CONSTRAINT "
                    + Identifiers.quoted(name);
        }

        String add() {
            return "ALTER TABLE "
                    + Identifiers.quoted(table)
                    + " ADD CONSTRAINT "
                    + Identifiers.quoted(name)
                    + " "
                    + definition;
        }
    }

    List<ForeignKey> foreignKeys() {
        return jdbc.sql(
                        """
                        SELECT c.relname, k.conname, pg_get_constraintdef(k.oid) FROM pg_constraint k
                        JOIN pg_class c ON c.oid = k.conrelid
                        WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND k.conparentid = 0
                        ORDER BY 1, 2
                        """)
                .query((row, _) ->
                        new ForeignKey(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Counters of identity columns go on behind the highest number that is there. */
    void advanceSequences() {
        List<String> statements =
                jdbc.sql(
                                """
                                SELECT format('SELECT setval(%L, (SELECT coalesce(max(%I), 0) + 1 FROM %I), false)',
                                              pg_get_serial_sequence(format('%I', c.relname), a.attname), a.attname, c.relname)
                                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> :history
                                  AND a.attnum > 0 AND NOT a.attisdropped
                                  AND pg_get_serial_sequence(format('%I', c.relname), a.attname) IS NOT NULL
                                """)
                        .param("history", HISTORY)
                        .query(String.class)
                        .list();
        for (String statement : statements) jdbc.sql(statement).query(Long.class).single();
    }

    void run(String statement) {
        jdbc.sql(statement).update();
    }
}
