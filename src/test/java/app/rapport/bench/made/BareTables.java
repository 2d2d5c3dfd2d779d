package app.rapport.bench.made;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables without their foreign keys and further indexes while they are filled: checked and built at
 * once afterwards, which takes a fraction of the time.
 */
final class BareTables {
    private static final String KEYS =
            """
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                   format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY(?::regclass[])
            """;
    private static final String INDEXES =
            """
            SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
            FROM pg_index i
            WHERE i.indrelid = ANY(?::regclass[]) AND NOT i.indisprimary
              AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
            """;

    private final Connection owner;
    private final String[] tables;
    private final List<String> later = new ArrayList<>();

    private BareTables(Connection owner, String... tables) {
        this.owner = owner;
        this.tables = tables;
    }

    static BareTables strip(Connection owner, String... tables) throws SQLException {
        BareTables bare = new BareTables(owner, tables);
        List<String> keys = bare.drop(KEYS);
        bare.later.addAll(bare.drop(INDEXES));
        bare.later.addAll(keys);
        return bare;
    }

    private List<String> drop(String which) throws SQLException {
        List<String> drops = new ArrayList<>();
        List<String> again = new ArrayList<>();
        try (var ask = owner.prepareStatement(which)) {
            ask.setArray(1, owner.createArrayOf("text", tables));
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    drops.add(rows.getString(1));
                    again.add(rows.getString(2));
                }
            }
        }
        run(drops);
        return again;
    }

    void dress() throws SQLException {
        run(List.of("SET maintenance_work_mem = '512MB'"));
        run(later);
        for (String table : tables) run(List.of("VACUUM (ANALYZE) " + table));
    }

    private void run(List<String> statements) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }
}
