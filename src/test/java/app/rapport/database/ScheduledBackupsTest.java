package app.rapport.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.database.backup.Backups;
import app.rapport.database.backup.ScheduledBackups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A backup a day, and its failures told. */
class ScheduledBackupsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    @RegisterExtension static final TestDatabase database = new TestDatabase();

    @TempDir Path data;

    private ScheduledBackups at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new ScheduledBackups(
                new Backups(database.owner(), clock), database.outside(), clock, data);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("backups"))) {
            return files.count();
        }
    }

    @Test
    void one_a_day_is_made_once_there_is_something_to_keep() throws IOException {
        at(NOW).run();
        assertThat(data.resolve("backups")).doesNotExist();
        database.owner()
                .jdbc()
                .sql(
                        "INSERT INTO workspace (id, name, created_at) VALUES (gen_random_uuid(), 'A', now())")
                .update();
        at(NOW).run();
        at(NOW.plus(Duration.ofHours(1))).run();
        assertThat(files()).isEqualTo(1);
        assertThat(at(NOW).lastGood()).contains(NOW);
        at(NOW.plus(Duration.ofDays(1))).run();
        assertThat(files()).isEqualTo(2);

        // what somebody deleted is no backup any more
        Files.delete(data.resolve("backups/rapport-2026-11-26T090000Z.backup"));
        assertThat(at(NOW).lastGood()).contains(NOW);

        // a folder that cannot be written: told, and tried again in an hour
        Path folder = data.resolve("backups");
        Files.move(folder, data.resolve("elsewhere"));
        Files.writeString(folder, "a file stands in the way");
        at(NOW.plus(Duration.ofDays(3))).run();
        assertThat(at(NOW).lastGood()).isEmpty();
        assertThat(
                        database.owner()
                                .jdbc()
                                .sql("SELECT count(*) FROM backup_run WHERE failure IS NOT NULL")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }
}
