package app.rapport.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a killed postmaster leaves behind: its pid file, whose number may belong to anybody by now,
 * and for a moment processes that still write. Starting a second server beside those would damage
 * the data, and the file that would keep us from it is the one that has to go: so they are looked
 * for by their working folder, which for all of PostgreSQL's processes is the cluster's.
 */
final class LeftOvers {
    private static final int PATIENCE_MILLIS = 5_000;

    private LeftOvers() {}

    /** Call only while no postmaster serves the cluster, and nobody else can start one. */
    static void clear(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return;
        for (int waited = 0; !processesIn(cluster).isEmpty(); waited += 20) {
            // Without a postmaster they end by themselves; one deep in a query has to be ended.
            if (waited >= PATIENCE_MILLIS) {
                processesIn(cluster).forEach(ProcessHandle::destroyForcibly);
            }
            if (waited >= 2 * PATIENCE_MILLIS) {
                throw new DatabaseUnavailable(
                        "Processes of a killed PostgreSQL still use "
                                + cluster
                                + "; end them first.");
            }
            EmbeddedPostgres.sleep(20);
        }
        Files.deleteIfExists(pidFile);
    }

    private static List<ProcessHandle> processesIn(Path cluster) throws IOException {
        if (!Files.isDirectory(Path.of("/proc/self"))) return List.of();
        Path folder = cluster.toRealPath();
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> worksIn(process, folder)).toList();
        }
    }

    private static boolean worksIn(ProcessHandle process, Path folder) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                    .equals(folder);
        } catch (IOException e) {
            return false; // gone meanwhile, or somebody else's
        }
    }
}
