package app.rapport.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** PostgreSQL's own folder below a data folder: made once, served by one postmaster at a time. */
final class Cluster {
    private static final Duration START_WAIT = Duration.ofMinutes(2);

    private static final int LEAST_SHARED = 128;

    private static final Map<String, String> LASTING =
            Map.of("max_connections", "60", "fsync", "on", "synchronous_commit", "on");

    /** Of tests: many servers on one, and a hundred log-ins in each minute. */
    private static final Map<String, String> FORGETFUL =
            Map.of(
                    "max_connections",
                    "200",
                    "fsync",
                    "off",
                    "synchronous_commit",
                    "off",
                    "full_page_writes",
                    "off",
                    "scram_iterations",
                    "1");

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path data;
    private final Path folder;
    private final boolean durable;

    /**
     * @param durable false only in tests: do not wait for the disk
     */
    Cluster(Path data, boolean durable) {
        this.data = data;
        this.folder = data.resolve("postgres");
        this.durable = durable;
    }

    Path folder() {
        return folder;
    }

    /** Also one that is damaged: beside it nothing is ever made anew. */
    boolean exists() {
        return Files.exists(folder);
    }

    boolean isWhole() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    /**
     * The server that runs, once it takes connections: it may still be starting, or replaying its
     * log after a crash, and one that is stopping is waited for until it is gone.
     */
    Optional<Postmaster> running() throws IOException {
        long deadline = System.nanoTime() + START_WAIT.toNanos();
        Optional<Postmaster> found = Postmaster.of(folder);
        while (found.isPresent() && !found.get().isReady() && System.nanoTime() < deadline) {
            EmbeddedPostgres.sleep(10);
            found = Postmaster.of(folder);
        }
        return found;
    }

    /**
     * Made beside its place and moved there when whole, so that one whose making was cut short is
     * never taken for a cluster, and one that holds data is never thrown away.
     */
    void make(String superuserPassword) throws IOException {
        Path half = data.resolve("postgres.new");
        if (Files.exists(half)) FileTree.delete(half);
        Path password = Files.createTempFile(data, "initdb", "");
        try {
            Runner runner = Runner.on(data, folder);
            Files.writeString(password, superuserPassword);
            runner.handOver(password);
            runner.handOver(Files.createDirectory(half, OWNER_ONLY));
            run(
                    runner,
                    List.of(
                            Binaries.unpacked(runner.cache()).resolve("bin/initdb").toString(),
                            "-D",
                            half.toString(),
                            "-U",
                            "postgres",
                            "--auth=scram-sha-256",
                            "--pwfile=" + password,
                            "--data-checksums",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            durable ? "--sync-method=fsync" : "--no-sync",
                            "--set=scram_iterations=" + (durable ? 4096 : 1)));
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void run(Runner runner, List<String> command) throws IOException {
        Path log = Files.createTempFile(data, "initdb", ".log");
        try {
            Process process =
                    new ProcessBuilder(runner.command(command))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new DatabaseUnavailable(
                        Trouble.hasNoRoom(data)
                                ? Trouble.full(data)
                                : "PostgreSQL could not make its data folder: " + lastLine(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while PostgreSQL was being set up", e);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    Postmaster launch(int port) throws IOException {
        LeftOvers.clear(folder);
        Path log = Files.createDirectories(data.resolve("logs")).resolve("postgresql.log");
        List<String> command = new ArrayList<>();
        Runner runner = Runner.on(data, folder);
        command.add(Binaries.unpacked(runner.cache()).resolve("bin/postgres").toString());
        command.addAll(List.of("-D", folder.toString(), "-p", String.valueOf(port)));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        Process process =
                new ProcessBuilder(runner.command(command))
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        long deadline = System.nanoTime() + START_WAIT.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Postmaster> ready = Postmaster.of(folder).filter(Postmaster::isReady);
            if (ready.isPresent()) return ready.get();
            if (!process.isAlive()) break;
            EmbeddedPostgres.sleep(10);
        }
        process.destroy();
        throw new DatabaseUnavailable(
                Trouble.hasNoRoom(data)
                        ? Trouble.full(data)
                        : "PostgreSQL did not start: " + lastLine(log));
    }

    /**
     * A sixteenth of the machine's memory, 128 MB to 1 GB. It is taken only as far as it is used; a
     * page of a hundred thousand people reads thousands of blocks, each dearer from the file.
     */
    private int sharedMegabytes() {
        Path told = Path.of("/proc/meminfo");
        if (!durable || !Files.isReadable(told)) return LEAST_SHARED;
        try (Stream<String> lines = Files.lines(told)) {
            return lines.filter(line -> line.startsWith("MemTotal:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 / 16)
                    .mapToInt(megabytes -> Math.clamp(megabytes, LEAST_SHARED, 1024))
                    .findFirst()
                    .orElse(LEAST_SHARED);
        } catch (IOException e) {
            return LEAST_SHARED;
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(everywhere());
        settings.putAll(durable ? LASTING : FORGETFUL);
        return settings;
    }

    private Map<String, String> everywhere() {
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("dynamic_shared_memory_type", "mmap"),
                Map.entry("shared_buffers", sharedMegabytes() + "MB"),
                Map.entry("work_mem", "16MB"),
                Map.entry("maintenance_work_mem", "128MB"),
                Map.entry("wal_recycle", "off"),
                Map.entry("min_wal_size", "32MB"),
                Map.entry("max_wal_size", "1GB"),
                Map.entry("random_page_cost", "1.1"),
                // pages asked for at once share few cores; one that takes them all delays the
                // others
                Map.entry("max_parallel_workers_per_gather", "0"),
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("log_min_messages", "warning"),
                Map.entry("log_min_error_statement", "panic"), // statements may hold people's words
                Map.entry("log_parameter_max_length_on_error", "0"));
    }

    private static String lastLine(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - 400));
            byte[] tail = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .reduce((_, last) -> last)
                    .orElse("it said nothing");
        } catch (IOException e) {
            return "its log cannot be read";
        }
    }
}
