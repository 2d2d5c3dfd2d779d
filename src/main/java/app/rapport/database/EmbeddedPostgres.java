package app.rapport.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL below a data folder. Several processes may use it at once (the server and
 * commands): each holds a shared lock while it does, whoever comes first starts it, whoever leaves
 * last stops it. A postmaster that outlived a killed process is adopted.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_WAIT = Duration.ofSeconds(60);

    private final Path data;
    private final Path cluster;
    private final boolean durable;
    private @Nullable FileChannel usersChannel;
    private @Nullable FileLock usersLock;

    private EmbeddedPostgres(Path data, boolean durable) {
        this.data = data.toAbsolutePath().normalize();
        this.cluster = this.data.resolve("postgres");
        this.durable = durable;
    }

    public static EmbeddedPostgres in(Path dataFolder) {
        return new EmbeddedPostgres(dataFolder, true);
    }

    /** For tests only: does not wait for the disk. */
    static EmbeddedPostgres forgetful(Path dataFolder) {
        return new EmbeddedPostgres(dataFolder, false);
    }

    Path dataFolder() {
        return data;
    }

    /** Starts the server, or joins the one that runs. */
    public synchronized DatabaseAccess start() {
        try {
            Files.createDirectories(data);
            try (FileChannel gate = open("postgres.gate")) {
                FileLock turn = gate.lock();
                joinUsers();
                DatabaseAccess access = startOrJoin();
                turn.release();
                return access;
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The data folder " + data + " cannot be used: " + e.getMessage(), e);
        }
    }

    private DatabaseAccess startOrJoin() throws IOException {
        ClusterSecrets secrets = ClusterSecrets.in(data);
        boolean fresh = !Files.exists(cluster.resolve("PG_VERSION")) || !secrets.complete();
        if (fresh) initialise(secrets);
        Optional<Postmaster> running = Postmaster.of(cluster);
        Postmaster postmaster = running.isPresent() ? running.get() : launch(FreePort.next());
        DatabaseAccess access = secrets.access(postmaster.port());
        if (fresh || !secrets.rolesMade()) new ClusterRoles(secrets, postmaster.port()).make();
        return access;
    }

    /** A cluster whose making was cut short is thrown away: nothing was in it yet. */
    private void initialise(ClusterSecrets secrets) throws IOException {
        if (Files.exists(cluster)) FileTree.delete(cluster);
        secrets.make();
        Path password = Files.createTempFile(data, "initdb", "");
        try {
            Files.writeString(password, secrets.superuserPassword());
            run(
                    List.of(
                            home().resolve("bin/initdb").toString(),
                            "-D",
                            cluster.toString(),
                            "-U",
                            "postgres",
                            "--auth=scram-sha-256",
                            "--pwfile=" + password,
                            "--data-checksums",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            durable ? "--sync-method=fsync" : "--no-sync"));
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private void run(List<String> command) throws IOException {
        Path log = Files.createTempFile(data, "initdb", ".log");
        try {
            Process process =
                    new ProcessBuilder(Runner.detached(command))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new DatabaseUnavailable(
                        "PostgreSQL could not make its data folder: " + lastLine(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while PostgreSQL was being set up", e);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private Postmaster launch(int port) throws IOException {
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        Path log = Files.createDirectories(data.resolve("logs")).resolve("postgresql.log");
        List<String> command = new ArrayList<>();
        command.add(home().resolve("bin/postgres").toString());
        command.addAll(List.of("-D", cluster.toString(), "-p", String.valueOf(port)));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        Process process =
                new ProcessBuilder(Runner.detached(command))
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        long deadline = System.nanoTime() + START_WAIT.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Postmaster> ready = Postmaster.of(cluster).filter(Postmaster::isReady);
            if (ready.isPresent()) return ready.get();
            if (!process.isAlive()) break;
            sleep(10);
        }
        process.destroy();
        throw new DatabaseUnavailable("PostgreSQL did not start: " + lastLine(log));
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("dynamic_shared_memory_type", "mmap"),
                Map.entry("max_connections", "60"),
                Map.entry("shared_buffers", "128MB"),
                Map.entry("work_mem", "16MB"),
                Map.entry("maintenance_work_mem", "128MB"),
                Map.entry("wal_recycle", "off"),
                Map.entry("min_wal_size", "32MB"),
                Map.entry("max_wal_size", "1GB"),
                Map.entry("random_page_cost", "1.1"),
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("log_min_messages", "warning"),
                Map.entry("log_min_error_statement", "panic"), // statements may hold people's words
                Map.entry("log_parameter_max_length_on_error", "0"),
                Map.entry("fsync", durable ? "on" : "off"),
                Map.entry("synchronous_commit", durable ? "on" : "off"));
    }

    /**
     * Stops the server, does the work on its files, and starts it again at the same address.
     * Refuses while another process uses the server.
     */
    synchronized void pauseFor(ClusterWork work) throws IOException {
        try (FileChannel gate = open("postgres.gate")) {
            FileLock turn = gate.lock();
            leaveUsers();
            boolean alone = lastUser();
            joinUsers();
            if (!alone) {
                throw new DatabaseUnavailable(
                        "Another Rapport process uses "
                                + data
                                + ". End it first, then start again.");
            }
            Postmaster running = Postmaster.of(cluster).orElseThrow();
            running.stop();
            try {
                work.on(cluster);
            } finally {
                launch(running.port());
            }
            turn.release();
        }
    }

    /** Something done to the files of a stopped cluster. */
    interface ClusterWork {
        void on(Path cluster) throws IOException;
    }

    /** Leaves the server; stops it where nobody else uses it. */
    @Override
    public synchronized void close() {
        if (usersChannel == null) return;
        try (FileChannel gate = open("postgres.gate")) {
            FileLock turn = gate.lock();
            leaveUsers();
            if (lastUser()) Postmaster.of(cluster).ifPresent(Postmaster::stop);
            turn.release();
        } catch (IOException e) {
            LOG.warn("PostgreSQL could not be stopped: {}", e.getMessage());
        }
    }

    private void joinUsers() throws IOException {
        if (usersChannel != null) return;
        FileChannel channel = open("postgres.users");
        usersLock = channel.lock(0, Long.MAX_VALUE, true);
        usersChannel = channel;
    }

    private void leaveUsers() throws IOException {
        if (usersLock != null) usersLock.release();
        if (usersChannel != null) usersChannel.close();
        usersLock = null;
        usersChannel = null;
    }

    private boolean lastUser() throws IOException {
        try (FileChannel channel = open("postgres.users")) {
            FileLock alone = channel.tryLock();
            if (alone == null) return false;
            alone.release();
            return true;
        }
    }

    private FileChannel open(String name) throws IOException {
        return FileChannel.open(
                data.resolve(name),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    private static Path home() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache);
        return Binaries.unpacked(base.resolve("rapport"));
    }

    private static String lastLine(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - 400));
            byte[] tail = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(tail);
            return new String(tail, java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .reduce((_, last) -> last)
                    .orElse("it said nothing");
        } catch (IOException e) {
            return "its log cannot be read";
        }
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while waiting for PostgreSQL", e);
        }
    }
}
