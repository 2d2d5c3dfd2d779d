package app.rapport.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once from the archive on the class path. */
final class Binaries {
    private static final String VERSION = "18.6";

    private Binaries() {}

    /**
     * The folder that holds {@code bin/postgres}; unpacks it below {@code cache} when it is not
     * there.
     */
    static Path unpacked(Path cache) {
        Path home = cache.resolve("postgresql-" + VERSION);
        if (Files.isExecutable(home.resolve("bin/postgres"))) return home;
        try {
            Files.createDirectories(cache);
            Path half = Files.createTempDirectory(cache, "unpacking-");
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpack(half);
            moveInto(half, home);
            return home;
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "PostgreSQL could not be unpacked to " + home + ": " + e.getMessage(), e);
        }
    }

    private static void unpack(Path target) throws IOException {
        String archive = "/postgres-linux-" + architecture() + ".txz";
        try (InputStream resource = Binaries.class.getResourceAsStream(archive)) {
            if (resource == null) {
                throw new DatabaseUnavailable(
                        "There is no PostgreSQL for this kind of machine ("
                                + architecture()
                                + "). Use one of your own with --database-url.");
            }
            TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)));
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                write(tar, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target))
            throw new IOException("leads out of the archive: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & 0100) != 0) Files.setPosixFilePermissions(file, EXECUTABLE);
    }

    /** Two first starts at once may both unpack; whoever comes second drops their own copy. */
    private static void moveInto(Path half, Path home) throws IOException {
        try {
            Files.move(half, home, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException
                | java.nio.file.DirectoryNotEmptyException
                | AtomicMoveNotSupportedException e) {
            if (!Files.isExecutable(home.resolve("bin/postgres"))) throw e;
        } catch (java.nio.file.FileSystemException e) {
            if (!Files.isExecutable(home.resolve("bin/postgres"))) throw e;
        }
    }

    private static final Set<PosixFilePermission> EXECUTABLE =
            EnumSet.copyOf(PosixFilePermissions.fromString("rwxr-xr-x"));

    private static String architecture() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (arch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> arch;
        };
    }
}
