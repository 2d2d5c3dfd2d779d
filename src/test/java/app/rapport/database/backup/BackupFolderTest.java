package app.rapport.database.backup;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.database.backup.BackupFolder.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which scheduled backups stay. */
class BackupFolderTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    @Test
    void a_year_of_daily_backups_thins_to_days_weeks_and_months() {
        List<Kept> all = new ArrayList<>();
        for (int day = 0; day < 365; day++)
            all.add(new Kept(Path.of("b" + day), NOW.minus(Duration.ofDays(day))));
        List<Kept> stay = new ArrayList<>(all);
        stay.removeAll(BackupFolder.superfluous(all));
        assertThat(stay).hasSizeBetween(14, 17);
        assertThat(stay).containsAll(all.subList(0, 7));
        assertThat(stay.getLast().at()).isBefore(NOW.minus(Duration.ofDays(120)));
    }

    @Test
    void thinning_again_removes_nothing_and_the_newest_always_stays() {
        List<Kept> few = List.of(new Kept(Path.of("old"), NOW.minus(Duration.ofDays(900))));
        assertThat(BackupFolder.superfluous(few)).isEmpty();
    }

    @Test
    void two_of_one_day_leave_the_later_one() {
        Kept late = new Kept(Path.of("late"), NOW);
        Kept early = new Kept(Path.of("early"), NOW.minus(Duration.ofHours(2)));
        assertThat(BackupFolder.superfluous(List.of(late, early))).containsExactly(early);
    }

    @Test
    void files_of_other_names_are_left_alone(@TempDir Path folder) throws IOException {
        BackupFolder backups = new BackupFolder(folder);
        Path mine = Files.writeString(folder.resolve("holiday.backup"), "x");
        for (int hour = 0; hour < 3; hour++)
            Files.writeString(backups.next(NOW.minus(Duration.ofHours(hour))), "x");
        backups.thin();
        assertThat(backups.all()).hasSize(1);
        assertThat(mine).exists();
    }
}
