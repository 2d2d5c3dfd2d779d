package app.rapport.database.backup;

import app.rapport.database.OwnerDatabase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes backups of the whole database while it is in use: one moment of it, in one file. */
@Component
public class Backups {
    private final OwnerDatabase owner;
    private final Clock clock;

    public Backups(OwnerDatabase owner, Clock clock) {
        this.owner = owner;
        this.clock = clock;
    }

    /** What a backup holds. */
    public record Written(Path file, long bytes, int tables, long rows) {}

    /**
     * Writes beside its place and moves it there when whole and on the disk, so that a file of that
     * name is always a backup.
     *
     * @throws BackupUnusable when there is such a file already, or it cannot be written
     */
    public Written write(Path file, Optional<char[]> passphrase) {
        if (Files.exists(file))
            throw new BackupUnusable(file + " is there already; choose another name");
        Path half = file.resolveSibling(file.getFileName() + ".half");
        try {
            Map<String, Manifest.Sum> sums = writeHalf(half, passphrase);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return new Written(
                    file,
                    Files.size(file),
                    sums.size(),
                    sums.values().stream().mapToLong(Manifest.Sum::rows).sum());
        } catch (IOException | SQLException e) {
            throw new BackupUnusable("The backup could not be written: " + e.getMessage(), e);
        } finally {
            remove(half);
        }
    }

    private Map<String, Manifest.Sum> writeHalf(Path half, Optional<char[]> passphrase)
            throws IOException, SQLException {
        try (FileChannel channel =
                FileChannel.open(
                        half,
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            // closing the outer stream would close the channel before it is forced to the disk
            OutputStream plain = new Unclosed(Channels.newOutputStream(channel));
            Map<String, Manifest.Sum> sums;
            try (OutputStream out = Seal.over(new BufferedOutputStream(plain), passphrase)) {
                sums = snapshot(out);
            }
            channel.force(true);
            return sums;
        }
    }

    private Map<String, Manifest.Sum> snapshot(OutputStream out) throws IOException, SQLException {
        try (Connection connection = owner.connection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                return BackupWriter.write(connection, out, clock.instant());
            } finally {
                connection.rollback();
            }
        }
    }

    private static void remove(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            throw new BackupUnusable(half + " could not be removed: " + e.getMessage(), e);
        }
    }

    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
