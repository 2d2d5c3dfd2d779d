package app.rapport.database.backup;

import static app.rapport.database.backup.Identifiers.quoted;

import app.rapport.database.backup.Catalog.ForeignKey;
import app.rapport.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a backup in the order in which it was written: manifest, rows, end. */
public final class BackupReader implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TarArchiveInputStream tar;
    private final Manifest manifest;
    private @Nullable TarArchiveEntry entry;

    /**
     * @throws BackupUnusable when it is none, of a later format, or the passphrase is not its own
     */
    public static BackupReader open(Path file, Optional<char[]> passphrase) {
        try {
            return new BackupReader(Seal.opened(Files.newInputStream(file), passphrase));
        } catch (IOException e) {
            throw new BackupUnusable(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private BackupReader(InputStream in) {
        try {
            this.tar = new TarArchiveInputStream(new GZIPInputStream(in, 1 << 16));
            entry = tar.getNextEntry();
            if (entry == null || !entry.getName().equals(Manifest.ENTRY)) throw noBackup(null);
            manifest = JSON.readValue(tar.readAllBytes(), Manifest.class);
            entry = tar.getNextEntry();
        } catch (IOException | JacksonException e) {
            throw noBackup(e);
        }
        if (manifest.format() > Manifest.FORMAT)
            throw new BackupUnusable(
                    "A newer Rapport made this backup (format "
                            + manifest.format()
                            + "); restore it with that one");
    }

    private static BackupUnusable noBackup(@Nullable Exception cause) {
        String words = "This file is no backup, it is damaged, or the passphrase is not its own";
        return cause == null ? new BackupUnusable(words) : new BackupUnusable(words, cause);
    }

    /** Versions of the migrations that had run when it was written. */
    public List<String> schema() {
        return manifest.schema();
    }

    /**
     * Takes the place of all rows, in the caller's transaction, who commits only when this returns.
     * Tables stand in the order of their names, so foreign keys wait until all rows are there, and
     * are then checked anew.
     *
     * @param connection the owner's, of a database at {@link #schema}
     * @return how many rows came back
     * @throws BackupUnusable when anything is missing or was changed
     */
    public long into(Connection connection) throws SQLException {
        Catalog catalog = new Catalog(connection);
        List<ForeignKey> keys = catalog.foreignKeys();
        for (ForeignKey key : keys) catalog.run(key.drop());
        for (Manifest.Table table : manifest.tables()) {
            catalog.run("ALTER TABLE " + quoted(table.name()) + " DISABLE TRIGGER USER");
            catalog.run("TRUNCATE " + quoted(table.name()));
        }
        long rows = rowsInto(connection);
        for (Manifest.Table table : manifest.tables())
            catalog.run("ALTER TABLE " + quoted(table.name()) + " ENABLE TRIGGER USER");
        for (ForeignKey key : keys) catalog.run(key.add());
        catalog.advanceSequences();
        return rows;
    }

    private long rowsInto(Connection connection) throws SQLException {
        try {
            return copied(connection);
        } catch (IOException e) {
            throw new BackupUnusable(
                    "The backup is damaged: " + e.getMessage() + ". Take an earlier one", e);
        }
    }

    private long copied(Connection connection) throws IOException, SQLException {
        Map<String, Manifest.Sum> read = new HashMap<>();
        long rows = 0;
        for (Manifest.Table table : manifest.tables()) {
            Manifest.Sum sum = table(table, connection);
            read.put(table.name(), sum);
            rows += sum.rows();
        }
        if (!read.equals(end().tables()))
            throw new BackupUnusable(
                    "The backup is damaged: its rows are not those that were written. Take an earlier one");
        return rows;
    }

    private Manifest.End end() throws IOException {
        if (entry == null || !entry.getName().equals(Manifest.End.ENTRY))
            throw new BackupUnusable("The backup ends too early. Take an earlier one");
        return JSON.readValue(tar.readAllBytes(), Manifest.End.class);
    }

    private Manifest.Sum table(Manifest.Table table, Connection connection)
            throws IOException, SQLException {
        CopyIn rows =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table.copyList() + " FROM STDIN");
        MessageDigest sum = Sha256.begun();
        String folder = "tables/" + table.name() + "/";
        byte[] buffer = new byte[1 << 16];
        try {
            while (entry != null && entry.getName().startsWith(folder)) {
                for (int n = tar.read(buffer); n > 0; n = tar.read(buffer)) {
                    sum.update(buffer, 0, n);
                    rows.writeToCopy(buffer, 0, n);
                }
                entry = tar.getNextEntry();
            }
            return new Manifest.Sum(rows.endCopy(), HexFormat.of().formatHex(sum.digest()));
        } finally {
            if (rows.isActive()) rows.cancelCopy();
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
