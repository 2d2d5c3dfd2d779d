package app.rapport.database;

import app.rapport.database.backup.BackupReader;
import app.rapport.database.backup.BackupUnusable;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Brings a backup back into a data folder in which no database is yet. */
public final class Restoration {
    private final Path folder;
    private final Path file;
    private final Optional<char[]> passphrase;

    public Restoration(Path folder, Path file, Optional<char[]> passphrase) {
        this.folder = folder.toAbsolutePath().normalize();
        this.file = file;
        this.passphrase = passphrase;
    }

    /** What is left to do once the rows are back. */
    public interface LastStep {
        void on(DatabaseLocation restored);
    }

    public long run() {
        return run(_ -> {});
    }

    /**
     * The schema is first made as old as the backup, and brought up to date with the rows in it.
     * What fails leaves the folder as empty as it was; one that was killed is begun anew by the
     * next, and refused by everybody else.
     *
     * @return how many rows came back
     * @throws BackupUnusable when the backup cannot be read, or the folder is not empty
     */
    public long run(LastStep last) {
        if (Files.exists(folder.resolve("postgres")) && !UnfinishedRestore.isIn(folder))
            throw new BackupUnusable(
                    "There is a database in " + folder + " already; restore into an empty folder");
        try (BackupReader backup = BackupReader.open(file, passphrase);
                UnfinishedRestore mark = UnfinishedRestore.begin(folder)) {
            return into(backup, mark, last);
        } catch (IOException e) {
            throw new BackupUnusable(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private long into(BackupReader backup, UnfinishedRestore mark, LastStep last)
            throws IOException {
        boolean whole = false;
        try (EmbeddedPostgres server = EmbeddedPostgres.restoredInto(folder)) {
            server.endForAll();
            forget();
            DatabaseAccess access = server.start();
            long rows = rows(access, backup);
            last.on(DatabaseLocation.of(access));
            mark.end();
            whole = true;
            return rows;
        } finally {
            if (!whole) {
                forget();
                mark.end();
            }
        }
    }

    private static long rows(DatabaseAccess access, BackupReader backup) {
        try (HikariDataSource pool =
                DatabaseConfiguration.pool(access.url(), access.owner(), "restore", 2)) {
            OwnerDatabase owner = new OwnerDatabase(pool);
            Migrations migrations = new Migrations(owner, DatabaseLocation.of(access));
            migrations.makeAs(backup.schema());
            long rows = inOneTransaction(owner, backup);
            migrations.bringUpToDate();
            owner.jdbc().sql("ANALYZE").update();
            return rows;
        }
    }

    static long inOneTransaction(OwnerDatabase owner, BackupReader backup) {
        try (Connection connection = owner.connection()) {
            connection.setAutoCommit(false);
            try {
                long rows = backup.into(connection);
                connection.commit();
                return rows;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new BackupUnusable("The backup's rows do not fit together: " + e.getMessage(), e);
        }
    }

    private void forget() throws IOException {
        for (String ours : new String[] {"postgres", "postgres.new"}) {
            Path tree = folder.resolve(ours);
            if (Files.exists(tree)) FileTree.delete(tree);
        }
        Files.deleteIfExists(folder.resolve("database.secrets"));
    }
}
