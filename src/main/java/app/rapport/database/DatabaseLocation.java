package app.rapport.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Where the database is. It starts beside Spring, so its access is a promise that is awaited when
 * the first connection is needed.
 */
public final class DatabaseLocation {
    private final CompletableFuture<DatabaseAccess> access;
    private final Optional<EmbeddedPostgres> embedded;

    private DatabaseLocation(
            CompletableFuture<DatabaseAccess> access, Optional<EmbeddedPostgres> embedded) {
        this.access = access;
        this.embedded = embedded;
    }

    public static DatabaseLocation of(DatabaseAccess access) {
        return new DatabaseLocation(CompletableFuture.completedFuture(access), Optional.empty());
    }

    /** Nowhere yet: whoever asks waits for ever. */
    public static DatabaseLocation unknown() {
        return new DatabaseLocation(new CompletableFuture<>(), Optional.empty());
    }

    /** Begins to start the embedded server and returns at once. */
    public static DatabaseLocation starting(EmbeddedPostgres server) {
        return new DatabaseLocation(promised(server::start), Optional.of(server));
    }

    /** Begins to ask a server that is not ours whether it will do, and returns at once. */
    public static DatabaseLocation on(GivenServer server) {
        return new DatabaseLocation(promised(server::checked), Optional.empty());
    }

    private static CompletableFuture<DatabaseAccess> promised(Supplier<DatabaseAccess> start) {
        CompletableFuture<DatabaseAccess> access = new CompletableFuture<>();
        Thread.ofPlatform()
                .name("start-postgresql")
                .start(() -> {
                    try {
                        access.complete(start.get());
                    } catch (RuntimeException e) {
                        access.completeExceptionally(e);
                    }
                });
        return access;
    }

    /** Waits for the server where it is still starting; throws what kept it from starting. */
    public DatabaseAccess access() {
        try {
            return access.join();
        } catch (java.util.concurrent.CompletionException e) {
            if (e.getCause() instanceof DatabaseUnavailable known) throw known;
            throw e;
        }
    }

    /**
     * Leaves the embedded server, which stops where nobody else uses it. Waits for a start that is
     * still under way: a server that came up behind our back would run on.
     */
    public void end() {
        access.handle((_, _) -> null).join();
        embedded.ifPresent(EmbeddedPostgres::close);
    }

    /**
     * Does that when the embedded server ends, whoever ended it; not where the server is not ours.
     */
    public void whenEnded(Runnable work) {
        embedded.ifPresent(server -> {
            try {
                var _ = server.ended().thenRun(work);
            } catch (IOException e) {
                throw new DatabaseUnavailable("PostgreSQL cannot be watched", e);
            }
        });
    }

    /** The data folder, where the server is ours. */
    Optional<Path> dataFolder() {
        return embedded.map(EmbeddedPostgres::dataFolder);
    }

    Optional<EmbeddedPostgres> embedded() {
        return embedded;
    }
}
