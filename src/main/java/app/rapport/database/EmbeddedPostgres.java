package app.rapport.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

    private final Path data;
    private final Cluster cluster;
    private final boolean restoring;
    private @Nullable FileChannel usersChannel;
    private @Nullable FileLock usersLock;

    private EmbeddedPostgres(Path data, boolean durable, boolean restoring) {
        this.data = data.toAbsolutePath().normalize();
        this.cluster = new Cluster(this.data, durable);
        this.restoring = restoring;
    }

    public static EmbeddedPostgres in(Path dataFolder) {
        return new EmbeddedPostgres(dataFolder, true, false);
    }

    /**
     * For whoever brings a backup back: into a folder that everybody else leaves alone meanwhile.
     */
    static EmbeddedPostgres restoredInto(Path dataFolder) {
        return new EmbeddedPostgres(dataFolder, true, true);
    }

    /** For tests only: does not wait for the disk. */
    static EmbeddedPostgres forgetful(Path dataFolder) {
        return new EmbeddedPostgres(dataFolder, false, false);
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
                    Trouble.hasNoRoom(data)
                            ? Trouble.full(data)
                            : "The data folder " + data + " cannot be used: " + Trouble.reason(e),
                    e);
        }
    }

    private DatabaseAccess startOrJoin() throws IOException {
        if (!restoring && UnfinishedRestore.isIn(data)) throw UnfinishedRestore.refusal(data);
        ClusterSecrets secrets = ClusterSecrets.in(data);
        if (!cluster.exists()) {
            secrets.make();
            cluster.make(secrets.superuserPassword());
        } else if (!cluster.isWhole()) {
            throw new DatabaseUnavailable(
                    cluster.folder()
                            + " is damaged: its PG_VERSION is missing. Bring the folder back from a backup.");
        } else if (!secrets.complete()) {
            throw new DatabaseUnavailable(
                    secrets.file() + " is missing or damaged; bring it back from a backup.");
        }
        Optional<Postmaster> running = cluster.running();
        Postmaster postmaster =
                running.isPresent() ? running.get() : cluster.launch(FreePort.next());
        DatabaseAccess access = secrets.access(postmaster.port());
        if (!secrets.rolesMade()) new ClusterRoles(secrets, postmaster.port()).make();
        return access;
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
            Postmaster running = cluster.running().orElseThrow();
            running.stop();
            try {
                work.on(cluster.folder());
            } finally {
                cluster.launch(running.port());
            }
            turn.release();
        }
    }

    /** Completes when the server that runs now has ended, whoever ended it. */
    synchronized CompletableFuture<?> ended() throws IOException {
        return cluster.running()
                .<CompletableFuture<?>>map(postmaster -> postmaster.process().onExit())
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Ends the server whoever uses it, where what it holds is thrown away. */
    synchronized void endForAll() throws IOException {
        Optional<Postmaster> running = cluster.running();
        if (running.isPresent()) running.get().stop();
        LeftOvers.clear(cluster.folder());
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
            if (lastUser()) cluster.running().ifPresent(Postmaster::stop);
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

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while waiting for PostgreSQL", e);
        }
    }
}
