package app.rapport.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
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
        MigrationInfoService steps = flyway().info();
        refuseNewer(steps);
        MigrationInfo[] pending = steps.pending();
        if (pending.length == 0) return;
        if (steps.applied().length > 0) backUp();
        LOG.info("Migrating the database: {} steps", pending.length);
        flyway().migrate(); // a new one: the connections of the first ended with the backup
    }

    /**
     * Makes an empty database what it was after just these migrations.
     *
     * @param versions in their order, at least one
     * @throws DatabaseUnavailable when this program does not know one of them
     */
    void makeAs(List<String> versions) {
        try (MigrationSteps steps = MigrationSteps.only(versions)) {
            if (steps.count() < versions.size())
                throw new DatabaseUnavailable(
                        "The backup's schema is not known here; restore it with the Rapport that made it, or a newer one.");
            configured().locations(steps.location()).load().migrate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The steps that ran here. */
    MigrationInfo[] applied() {
        return flyway().info().applied();
    }

    private Flyway flyway() {
        return configured().load();
    }

    private FluentConfiguration configured() {
        return Flyway.configure()
                .dataSource(owner.dataSource())
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                // rooms number their steps in ranges of their own: one may come after a higher one
                .outOfOrder(true);
    }

    /** An older program would write rows that the newer one does not expect. */
    private static void refuseNewer(MigrationInfoService steps) {
        for (MigrationInfo step : steps.applied()) {
            if (step.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new DatabaseUnavailable(
                        "A newer Rapport has used this data folder; start that one, or an older backup.");
            }
        }
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
            owner.forgetConnections();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
