package app.rapport.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema up to date, as the owner. A database that already holds data is copied first:
 * the embedded server is stopped for it, since a copy of a running cluster is none.
 */
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final OwnerDatabase owner;
    private final DatabaseLocation location;

    Migrations(OwnerDatabase owner, DatabaseLocation location) {
        this.owner = owner;
        this.location = location;
    }

    void bringUpToDate() {
        Flyway flyway =
                Flyway.configure()
                        .dataSource(owner.dataSource())
                        .locations("classpath:db/migration")
                        .failOnMissingLocations(true)
                        .load();
        MigrationInfo[] pending = flyway.info().pending();
        if (pending.length == 0) return;
        boolean holdsData = flyway.info().applied().length > 0;
        if (holdsData) backUp();
        LOG.info("Migrating the database: {} steps", pending.length);
        flyway.migrate();
    }

    private void backUp() {
        location.dataFolder().ifPresent(this::copyCluster);
    }

    private void copyCluster(Path data) {
        Path target =
                data.resolve("backups").resolve("before-upgrade-" + STAMP.format(Instant.now()));
        LOG.info("An earlier version made this data folder; backing it up to {}", target);
        EmbeddedPostgres server = location.embedded().orElseThrow();
        try {
            Files.createDirectories(target);
            server.pauseFor(cluster -> {
                FileTree.copy(cluster, target.resolve("postgres"));
                Files.copy(data.resolve("database.secrets"), target.resolve("database.secrets"));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
