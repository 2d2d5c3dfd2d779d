package app.rapport.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be wrong with a data folder and its database, and what to do about it. */
@Component
public class DatabaseHealth {
    private static final long LARGE_TABLE = 1L << 30;

    /** Looked up before a workspace is known; docs/architecture.md says why each is safe. */
    static final Set<String> OUTSIDE_WORKSPACES =
            Set.of("membership", "session", "api_token", "invitation");

    private final OwnerDatabase owner;
    private final ObjectProvider<HealthCheck> checks;

    DatabaseHealth(
            OwnerDatabase owner,
            ObjectProvider<HealthCheck> checks,
            OutsideWorkspace afterMigrations) {
        this.owner = owner;
        this.checks = checks;
    }

    /**
     * @param remedy what to do when it is not well; of no meaning when it is
     */
    public record Finding(boolean well, String what, @Nullable String remedy) {
        /** Of what there should be none. */
        public static Finding none(long found, String well, String ill, String remedy) {
            return new Finding(found == 0, found == 0 ? well : ill, remedy);
        }
    }

    public List<Finding> findings() {
        JdbcClient jdbc = owner.jdbc();
        List<Finding> findings = new ArrayList<>();
        for (Check check : CHECKS) findings.add(answered(() -> check.of(jdbc)));
        checks.orderedStream().forEach(check -> findings.addAll(answers(check)));
        return findings;
    }

    private interface Check {
        Finding of(JdbcClient jdbc);
    }

    private static final List<Check> CHECKS =
            List.of(
                    DatabaseHealth::version,
                    DatabaseHealth::checksums,
                    DatabaseHealth::unguarded,
                    DatabaseHealth::appRole,
                    DatabaseHealth::schema,
                    DatabaseHealth::unreadable,
                    DatabaseHealth::damage);

    /** One question that fails does not keep the others from being asked. */
    private static Finding answered(Supplier<Finding> check) {
        try {
            return check.get();
        } catch (DataAccessException e) {
            return failed(e);
        }
    }

    private static List<Finding> answers(HealthCheck check) {
        try {
            return check.findings();
        } catch (DataAccessException e) {
            return List.of(failed(e));
        }
    }

    private static Finding failed(DataAccessException e) {
        return new Finding(
                false,
                "the database does not answer a question: " + e.getMostSpecificCause().getMessage(),
                "Go back to a backup, or look into logs/postgresql.log");
    }

    private static Finding version(JdbcClient jdbc) {
        String version = jdbc.sql("SHOW server_version").query(String.class).single();
        int major = Integer.parseInt(version.replaceAll("\\D.*", ""));
        return new Finding(
                major >= 15, "PostgreSQL " + version, "Rapport needs PostgreSQL 15 or newer");
    }

    private static Finding checksums(JdbcClient jdbc) {
        boolean on = jdbc.sql("SHOW data_checksums").query(String.class).single().equals("on");
        return new Finding(
                on,
                "data checksums are " + (on ? "on" : "off"),
                "Damage on the disk would not be noticed; switch them on with pg_checksums");
    }

    private static Finding unguarded(JdbcClient jdbc) {
        List<String> tables =
                jdbc
                        .sql(
                                """
                                SELECT c.relname FROM pg_class c
                                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
                                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relrowsecurity
                                ORDER BY 1
                                """)
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(table -> !OUTSIDE_WORKSPACES.contains(table))
                        .toList();
        return new Finding(
                tables.isEmpty(),
                tables.isEmpty()
                        ? "row-level security is on for every table of a workspace"
                        : "row-level security is off for " + String.join(", ", tables),
                "Somebody switched it off; ALTER TABLE … ENABLE ROW LEVEL SECURITY");
    }

    private static Finding appRole(JdbcClient jdbc) {
        boolean harmless =
                jdbc.sql(
                                """
                                SELECT coalesce(bool_and(NOT rolsuper AND NOT rolbypassrls
                                   AND NOT EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid)), false)
                                FROM pg_roles r WHERE rolname = 'rapport_app'
                                """)
                        .query(Boolean.class)
                        .single();
        return new Finding(
                harmless,
                "the app's role "
                        + (harmless
                                ? "owns nothing and obeys row-level security"
                                : "has too many rights"),
                "ALTER ROLE rapport_app NOSUPERUSER NOBYPASSRLS, and give its tables to rapport_owner");
    }

    private static Finding schema(JdbcClient jdbc) {
        String failed =
                jdbc.sql(
                                """
                                SELECT coalesce(string_agg(version, ', ') FILTER (WHERE NOT success), '') FROM flyway_schema_history
                                """)
                        .query(String.class)
                        .single();
        String version =
                jdbc.sql("SELECT max(version) FROM flyway_schema_history WHERE success")
                        .query(String.class)
                        .single();
        return new Finding(
                failed.isEmpty(),
                failed.isEmpty()
                        ? "the schema is at version " + version
                        : "migration " + failed + " failed",
                "Start from the newest folder in backups/ and report the fault");
    }

    /** Reads every page of the tables: a damaged one is met by nobody until somebody reads it. */
    private static Finding unreadable(JdbcClient jdbc) {
        List<String> damaged = new ArrayList<>();
        for (String table : small(jdbc)) {
            try {
                jdbc.sql("SELECT count(ctid) FROM " + table).query(Long.class).single();
            } catch (DataAccessException e) {
                damaged.add(table + " (" + e.getMostSpecificCause().getMessage() + ")");
            }
        }
        return new Finding(
                damaged.isEmpty(),
                damaged.isEmpty()
                        ? "every table can be read"
                        : "damaged tables: " + String.join(", ", damaged),
                "Check the disk, and go back to a backup");
    }

    /** A doctor who takes minutes is not asked: the largest tables are left out. */
    private static List<String> small(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT oid::regclass::text FROM pg_class
                        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND pg_relation_size(oid) < :most
                        ORDER BY 1
                        """)
                .param("most", LARGE_TABLE)
                .query(String.class)
                .list();
    }

    private static Finding damage(JdbcClient jdbc) {
        long pages =
                jdbc.sql("SELECT coalesce(sum(checksum_failures), 0) FROM pg_stat_database")
                        .query(Long.class)
                        .single();
        return Finding.none(
                pages,
                "no damaged page was met",
                pages + " damaged pages were met",
                "Check the disk, and go back to a backup");
    }
}
