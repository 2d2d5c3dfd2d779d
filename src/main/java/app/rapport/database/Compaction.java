package app.rapport.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * After somebody was erased: a deleted row stays in its file until the table is written anew, its
 * values in the planner's statistics, and all of it in the write-ahead log. This order leaves
 * nothing of it in the data folder.
 */
@Component
public class Compaction implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    private final OwnerDatabase owner;
    private final DatabaseLocation location;
    private final Tombstones tombstones;
    private final Path data;
    private final Clock clock;

    Compaction(
            OwnerDatabase owner,
            DatabaseLocation location,
            Tombstones tombstones,
            @Value("${rapport.data}") Path data,
            Clock clock) {
        this.owner = owner;
        this.location = location;
        this.tombstones = tombstones;
        this.data = data;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "compaction";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Soon, beside the page that waits for nothing. */
    public void soon() {
        Thread.ofVirtual().name("compaction").start(this::run);
    }

    /** Where somebody was erased since; else nothing. */
    @Override
    public void run() {
        boolean due =
                owner.jdbc()
                        .sql("SELECT EXISTS (SELECT FROM erasure WHERE compacted_at IS NULL)")
                        .query(Boolean.class)
                        .single();
        if (!due) return;
        tombstones.keepOutside();
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            // who waits for a long transaction keeps everybody else waiting: the next run tries
            // again
            statement.execute("SET lock_timeout = '30s'");
            try {
                writeAnew(statement);
            } finally {
                statement.execute("RESET lock_timeout");
            }
        } catch (SQLException e) {
            LOG.warn(
                    "the store was not compacted as far as it goes; let its administrator run VACUUM FULL and CHECKPOINT: {}",
                    e.getMessage());
        }
    }

    private void writeAnew(Statement statement) throws SQLException {
        OffsetDateTime begun = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        statement.execute("VACUUM FULL");
        statement.execute("ANALYZE");
        try {
            statement.execute("VACUUM FULL pg_statistic");
            statement.execute("SELECT pg_switch_wal()");
        } finally {
            owner.jdbc()
                    .sql(
                            "UPDATE erasure SET compacted_at = :begun WHERE compacted_at IS NULL AND at <= :begun")
                    .param("begun", begun)
                    .update();
        }
        statement.execute("CHECKPOINT");
        statement.execute("CHECKPOINT");
    }

    /** Our own server's administrator, who may do all of it; else the tables' owner. */
    private Connection connection() throws SQLException {
        Optional<String> password = administrator();
        return password.isPresent()
                ? DriverManager.getConnection(location.access().url(), "postgres", password.get())
                : owner.connection();
    }

    private Optional<String> administrator() {
        try {
            ClusterSecrets secrets = ClusterSecrets.in(data);
            return secrets.complete()
                    ? Optional.ofNullable(secrets.superuserPassword())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
