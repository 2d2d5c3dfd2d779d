package app.rapport.database.backup;

import app.rapport.database.OutsideWorkspace;
import app.rapport.database.RecurringJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A backup a day into the data folder's {@code backups}. Asked every hour rather than at an hour of
 * the night, since small firms switch their machine off.
 */
@Component
public class ScheduledBackups implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledBackups.class);

    /** From then on everybody is told. */
    public static final Duration OLD = Duration.ofDays(3);

    private static final Duration A_DAY = Duration.ofHours(23);

    private final Backups backups;
    private final OutsideWorkspace outside;
    private final Clock clock;
    private final BackupFolder folder;

    public ScheduledBackups(
            Backups backups,
            OutsideWorkspace outside,
            Clock clock,
            @Value("${rapport.data}") Path data) {
        this.backups = backups;
        this.outside = outside;
        this.clock = clock;
        this.folder = new BackupFolder(data.resolve("backups"));
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        if (!anythingToKeep()
                || lastGood().filter(last -> last.isAfter(now.minus(A_DAY))).isPresent()) return;
        try {
            Backups.Written written = backups.write(folder.next(now), Optional.empty());
            note(now, written.file(), written.bytes(), null);
            folder.thin();
        } catch (BackupUnusable | IOException e) {
            LOG.warn("the scheduled backup failed: {}", e.getMessage());
            note(now, folder.path(), null, String.valueOf(e.getMessage()));
        }
    }

    private boolean anythingToKeep() {
        return outside.jdbc()
                .sql("SELECT EXISTS (SELECT FROM workspace)")
                .query(Boolean.class)
                .single();
    }

    /** When the newest backup that is still there was made. */
    public Optional<Instant> lastGood() {
        return outside
                .jdbc()
                .sql(
                        "SELECT at, file FROM backup_run WHERE bytes IS NOT NULL ORDER BY at DESC LIMIT 20")
                .query((row, _) ->
                        new Good(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                Path.of(row.getString(2))))
                .list()
                .stream()
                .filter(good -> Files.exists(good.file()))
                .map(Good::at)
                .findFirst();
    }

    /**
     * Since when nothing new could be brought back: the last good backup, or the first workspace.
     */
    public Instant oldestUnkept() {
        return lastGood().orElseGet(this::firstWorkspace);
    }

    private Instant firstWorkspace() {
        return outside.jdbc()
                .sql("SELECT min(created_at) FROM workspace WHERE NOT made_up")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElseGet(clock::instant);
    }

    /** Why the last try failed; empty when it did not. */
    Optional<String> lastFailure() {
        return outside.jdbc()
                .sql("SELECT coalesce(failure, '') FROM backup_run ORDER BY at DESC LIMIT 1")
                .query(String.class)
                .optional()
                .filter(failure -> !failure.isEmpty());
    }

    /**
     * A backup that is there.
     *
     * @param until the day by which no rule keeps it any more
     */
    public record Earlier(String name, Instant at, LocalDate until) {}

    /** Those that are there, newest first. */
    public List<Earlier> earlier() {
        try {
            return folder.all().stream()
                    .map(kept ->
                            new Earlier(
                                    kept.file().getFileName().toString(), kept.at(), kept.until()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.path() + " cannot be read", e);
        }
    }

    private record Good(Instant at, Path file) {}

    private void note(Instant at, Path file, @Nullable Long bytes, @Nullable String failure) {
        outside.jdbc()
                .sql(
                        "INSERT INTO backup_run (id, at, file, bytes, failure) VALUES (:id, :at, :file, :bytes, :failure)")
                .param("id", UUID.randomUUID())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("file", file.toString())
                .param("bytes", bytes)
                .param("failure", failure)
                .update();
    }
}
