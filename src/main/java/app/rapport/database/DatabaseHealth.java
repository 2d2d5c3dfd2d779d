package app.rapport.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be wrong with a data folder and its database, and what to do about it. */
@Component
public class DatabaseHealth {
    private static final long LITTLE_SPACE = 2L << 30;

    /** Looked up before a workspace is known; docs/architecture.md says why each is safe. */
    static final Set<String> OUTSIDE_WORKSPACES = Set.of("membership", "session", "api_token");

    private final OwnerDatabase owner;
    private final DatabaseLocation location;

    DatabaseHealth(
            OwnerDatabase owner, DatabaseLocation location, OutsideWorkspace afterMigrations) {
        this.owner = owner;
        this.location = location;
    }

    /**
     * @param remedy what to do when it is not well
     */
    public record Finding(boolean well, String what, String remedy) {}

    public List<Finding> findings() {
        JdbcClient jdbc = owner.jdbc();
        List<Finding> findings = new ArrayList<>();
        findings.add(version(jdbc));
        findings.add(checksums(jdbc));
        findings.add(unguarded(jdbc));
        findings.add(appRole(jdbc));
        location.dataFolder().ifPresent(folder -> findings.add(space(folder)));
        return findings;
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
                                SELECT NOT rolsuper AND NOT rolbypassrls
                                   AND NOT EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid)
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

    private static Finding space(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            return new Finding(
                    free > LITTLE_SPACE,
                    (free >> 20) + " MB free on the disk of " + folder,
                    "Make room: PostgreSQL stops when the disk is full");
        } catch (IOException e) {
            return new Finding(
                    false, folder + " cannot be read: " + e.getMessage(), "Mend its rights");
        }
    }
}
