package app.rapport.database;

import app.rapport.database.DatabaseHealth.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What can be wrong with a machine and a data folder, told before the database runs. */
public final class MachineHealth {
    private static final long LITTLE_SPACE = 2L << 30;
    private static final Set<PosixFilePermission> OF_ONE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private MachineHealth() {}

    public static List<Finding> of(Path folder) {
        int java = Runtime.version().feature();
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(java >= 25, "Java " + Runtime.version(), "Rapport needs Java 25"));
        findings.add(rights(folder));
        findings.add(space(folder));
        findings.add(secrets(folder));
        findings.add(restored(folder));
        findings.add(halves(folder.resolve("backups")));
        return findings;
    }

    private static Finding rights(Path folder) {
        boolean there = Files.exists(folder);
        boolean writable = Files.isDirectory(folder) && Files.isWritable(folder);
        return new Finding(
                writable || !there,
                folder
                        + (there ? " is there" : " will be made")
                        + (writable || !there ? "" : ", but cannot be written"),
                "Mend its rights, or choose another folder with --data");
    }

    private static Finding space(Path folder) {
        try {
            long free = Files.getFileStore(nearest(folder.toAbsolutePath())).getUsableSpace();
            return new Finding(
                    free > LITTLE_SPACE,
                    (free >> 20) + " MB free on its disk",
                    "Make room: PostgreSQL stops when the disk is full");
        } catch (IOException e) {
            return new Finding(
                    false, folder + " cannot be read: " + e.getMessage(), "Mend its rights");
        }
    }

    /** The folder itself, or the one in which it will be made. */
    private static Path nearest(Path folder) {
        Path parent = folder.getParent();
        return parent == null || Files.exists(folder) ? folder : nearest(parent);
    }

    /** Passwords of the database, and the key that opens those of other systems. */
    private static Finding secrets(Path folder) {
        List<Path> open =
                Stream.of("database.secrets", "vault.key")
                        .map(folder::resolve)
                        .filter(MachineHealth::isOpenToOthers)
                        .toList();
        return new Finding(
                open.isEmpty(),
                open.isEmpty()
                        ? "no other user can read the secrets"
                        : "other users of this machine can read " + named(open),
                "Take that right away: chmod 600 on each");
    }

    private static boolean isOpenToOthers(Path file) {
        try {
            return Files.exists(file) && !OF_ONE.containsAll(Files.getPosixFilePermissions(file));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static Finding restored(Path folder) {
        boolean half = UnfinishedRestore.isIn(folder);
        return new Finding(
                !half,
                half ? "a restore has not come to its end" : "no restore was cut short",
                "Run bin/rapport restore again: it starts over");
    }

    /** What a backup leaves that was killed; whoever writes one now will have moved it soon. */
    private static Finding halves(Path backups) {
        try (Stream<Path> files =
                Files.isDirectory(backups) ? Files.list(backups) : Stream.empty()) {
            List<Path> halves = files.filter(file -> file.toString().endsWith(".half")).toList();
            return new Finding(
                    halves.isEmpty(),
                    halves.isEmpty()
                            ? "no backup was cut short"
                            : "a backup was cut short: " + named(halves),
                    "Unless a backup runs right now, remove it; the next scheduled one is whole");
        } catch (IOException e) {
            return new Finding(
                    false, backups + " cannot be read: " + e.getMessage(), "Mend its rights");
        }
    }

    private static String named(List<Path> files) {
        return String.join(", ", files.stream().map(Path::toString).toList());
    }
}
