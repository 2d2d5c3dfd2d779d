package app.rapport.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A test's database when the test has done with it. Emptying it takes a tenth of making another,
 * which would copy some seven hundred files.
 */
record UsedDatabase(Connection superuser) {
    /** So many rows leave a table behind that is slower than a fresh one. */
    private static final long MANY = 20_000;

    /** Everything but rows: a test that planted a table or took a policy away is told by it. */
    private static final String SHAPE =
            """
            SELECT md5(string_agg(part, ',' ORDER BY part)) FROM (
                SELECT concat_ws(' ', 'c', oid, relname, relnatts, relrowsecurity, relforcerowsecurity, relhastriggers, relacl) AS part
                FROM pg_class WHERE oid >= 16384 AND relkind <> 't'
                UNION ALL SELECT concat_ws(' ', 'p', oid, xmin) FROM pg_proc WHERE oid >= 16384
                UNION ALL SELECT concat_ws(' ', 'y', oid, xmin) FROM pg_policy
                UNION ALL SELECT concat_ws(' ', 't', oid, tgenabled) FROM pg_trigger
                UNION ALL SELECT concat_ws(' ', 'k', oid, convalidated) FROM pg_constraint WHERE oid >= 16384
                UNION ALL SELECT concat_ws(' ', 'f', version, checksum, success) FROM flyway_schema_history) shape
            """;

    /** Neither foreign keys nor what is only ever added to stands in the way. */
    private static final String EMPTY =
            """
            DO $$
            DECLARE
                of text;
                gone bigint;
                total bigint := 0;
            BEGIN
                SET LOCAL session_replication_role = replica;
                FOR of IN SELECT tablename FROM pg_tables
                          WHERE schemaname = 'public' AND tablename NOT IN ('flyway_schema_history', 'scheduled_tasks') LOOP
                    EXECUTE format('DELETE FROM %I', of);
                    GET DIAGNOSTICS gone = ROW_COUNT;
                    total := total + gone;
                END LOOP;
                PERFORM set_config('rapport.gone', total::text, false);
            END $$
            """;

    String shape() throws SQLException {
        return asked(SHAPE);
    }

    /** Whether it is as good as a fresh one now. */
    boolean emptied(String freshShape) throws SQLException {
        if (!shape().equals(freshShape)) return false;
        try (Statement statement = superuser.createStatement()) {
            statement.execute(EMPTY);
        }
        return Long.parseLong(asked("SELECT current_setting('rapport.gone')")) < MANY;
    }

    private String asked(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
