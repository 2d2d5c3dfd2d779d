package app.rapport.database.backup;

import app.rapport.database.DatabaseHealth.Finding;
import app.rapport.database.HealthCheck;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether what is here could be brought back: when the last good backup was made, and why not
 * since.
 */
@Component
class BackupHealth implements HealthCheck {
    private final ScheduledBackups backups;
    private final Clock clock;

    BackupHealth(ScheduledBackups backups, Clock clock) {
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        Optional<Instant> last = backups.lastGood();
        boolean well = backups.oldestUnkept().isAfter(clock.instant().minus(ScheduledBackups.OLD));
        String words =
                last.map(at -> "the last backup is of " + at).orElse("no backup was made yet");
        String why = backups.lastFailure().map(f -> "; the last try failed: " + f).orElse("");
        return List.of(
                new Finding(
                        well,
                        well ? words : words + why,
                        "Let the server run, which makes one a day, or bin/rapport backup FILE; look whether the disk is full"));
    }
}
