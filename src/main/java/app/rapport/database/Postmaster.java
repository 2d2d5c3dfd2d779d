package app.rapport.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A running server, as its {@code postmaster.pid} tells. */
record Postmaster(ProcessHandle process, int port, String status) {
    private static final Duration STOP_WAIT = Duration.ofSeconds(30);
    private static final int SIGINT_IS_FAST_SHUTDOWN = 2;
    private static final int SIGQUIT_IS_IMMEDIATE = 3;

    /** Nothing when none runs: no file, a half written one, or one that a crash left behind. */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) return Optional.empty();
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 4 || lines.get(3).isBlank()) return Optional.empty();
        if (!isNumber(lines.getFirst()) || !isNumber(lines.get(3))) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> serves(process, cluster))
                .map(process ->
                        new Postmaster(
                                process,
                                Integer.parseInt(lines.get(3).strip()),
                                lines.size() > 7 ? lines.get(7).strip() : ""));
    }

    /** A disk that was full may leave anything in the file. */
    private static boolean isNumber(String line) {
        return line.strip().matches("\\d{1,9}");
    }

    /**
     * Process numbers are used again after a crash: the process must be a server of this cluster.
     */
    private static boolean serves(ProcessHandle process, Path cluster) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .contains(cluster.toString());
        } catch (IOException e) {
            return false;
        }
    }

    boolean isReady() {
        return status.equals("ready");
    }

    /** Ends it the fast way: running transactions are rolled back, nothing committed is lost. */
    void stop() {
        signal(SIGINT_IS_FAST_SHUTDOWN);
        if (endedWithin(STOP_WAIT)) return;
        signal(SIGQUIT_IS_IMMEDIATE);
        if (!endedWithin(STOP_WAIT)) process.destroyForcibly();
    }

    private boolean endedWithin(Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > deadline) return false;
            EmbeddedPostgres.sleep(10);
        }
        return true;
    }

    private void signal(int number) {
        try {
            new ProcessBuilder("kill", "-" + number, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
