package app.rapport.access;

import app.rapport.database.OutsideWorkspace;
import app.rapport.database.backup.ScheduledBackups;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Alarm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says on every page that the last good backup is old. */
@Component
class BackupAlarm implements Alarm {
    static final Duration OLD = Duration.ofDays(3);
    private static final Duration ASK_AGAIN = Duration.ofMinutes(5);

    private final ScheduledBackups backups;
    private final OutsideWorkspace outside;
    private final Clock clock;
    private volatile Asked asked = new Asked(Instant.MIN, Optional.empty());

    private record Asked(Instant at, Optional<String> words) {}

    BackupAlarm(ScheduledBackups backups, OutsideWorkspace outside, Clock clock) {
        this.backups = backups;
        this.outside = outside;
        this.clock = clock;
    }

    @Override
    public Optional<String> words(Viewer viewer) {
        Instant now = clock.instant();
        if (asked.at().isBefore(now.minus(ASK_AGAIN))) asked = new Asked(now, ask(now));
        return asked.words();
    }

    private Optional<String> ask(Instant now) {
        Optional<Instant> last = backups.lastGood();
        Instant since = last.orElseGet(this::firstWorkspace);
        if (since.isAfter(now.minus(OLD))) return Optional.empty();
        long days = Duration.between(since, now).toDays();
        return Optional.of(
                last.isPresent()
                        ? "The last backup is "
                                + days
                                + " days old. Run rapport doctor, or look whether the disk is full."
                        : "No backup was made for "
                                + days
                                + " days. Run rapport doctor, or look whether the disk is full.");
    }

    private Instant firstWorkspace() {
        return outside.jdbc()
                .sql("SELECT min(created_at) FROM workspace")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElseGet(clock::instant);
    }
}
