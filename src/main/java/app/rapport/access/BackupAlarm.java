package app.rapport.access;

import app.rapport.database.backup.ScheduledBackups;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Alarm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says on every page that the last good backup is old. */
@Component
class BackupAlarm implements Alarm {
    private static final Duration ASK_AGAIN = Duration.ofMinutes(5);

    private final ScheduledBackups backups;
    private final Clock clock;
    private volatile Asked asked = new Asked(Instant.MIN, Optional.empty());

    private record Asked(Instant at, Optional<String> words) {}

    BackupAlarm(ScheduledBackups backups, Clock clock) {
        this.backups = backups;
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
        Instant since = backups.oldestUnkept();
        if (since.isAfter(now.minus(ScheduledBackups.OLD))) return Optional.empty();
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
}
