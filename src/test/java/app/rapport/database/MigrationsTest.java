package app.rapport.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationsTest {

    @Test
    void a_folder_of_an_earlier_version_is_backed_up_migrated_and_the_backup_opens(
            @TempDir Path data) throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.forgetful(data)) {
            DatabaseLocation location = DatabaseLocation.starting(server);
            try (HikariDataSource pool = ownerPool(location.access())) {
                flyway(pool, "2026112401").migrate();
                JdbcClient jdbc = JdbcClient.create(pool);
                jdbc.sql(
                                "INSERT INTO workspace (id, name, created_at) VALUES (gen_random_uuid(), 'Old firm', now())")
                        .update();

                new Migrations(new OwnerDatabase(pool), location).bringUpToDate();

                assertThat(names(jdbc)).containsExactly("Old firm");
                assertThat(tables(jdbc)).contains("touch");
            }
        }
        Path backup = onlyBackup(data);
        try (EmbeddedPostgres old = EmbeddedPostgres.forgetful(backup);
                HikariDataSource pool = ownerPool(old.start())) {
            assertThat(names(JdbcClient.create(pool))).containsExactly("Old firm");
            assertThat(tables(JdbcClient.create(pool))).doesNotContain("touch");
        }
    }

    @Test
    void what_the_first_release_held_is_whole_under_the_newest_schema(@TempDir Path data) {
        try (EmbeddedPostgres server = EmbeddedPostgres.forgetful(data);
                HikariDataSource pool = ownerPool(server.start())) {
            flyway(pool, "2026112406").migrate();
            JdbcClient jdbc = JdbcClient.create(pool);
            for (String row : FirstRelease.ROWS) jdbc.sql(row).update();
            Map<String, Long> before = rows(jdbc);
            assertThat(before).containsEntry("answer_owed", 1L).containsEntry("kept_record", 1L);

            new Migrations(new OwnerDatabase(pool), DatabaseLocation.of(server.start()))
                    .bringUpToDate();

            Map<String, Long> after = rows(jdbc);
            before.forEach((table, count) -> assertThat(after).containsEntry(table, count));
            assertThat(
                            jdbc.sql(
                                            """
                                            SELECT display_name || '|' || company_key || '|' || no_company || '|' || last_touch_at FROM contact
                                            WHERE account_id IS NOT NULL
                                            """)
                                    .query(String.class)
                                    .single())
                    .isEqualTo("Mira Holt|oldfirm|false|2024-05-06 10:00:00+00");
            assertThat(
                            jdbc.sql(
                                            "SELECT company_key = '' AND no_company AND last_touch_at = '-infinity' FROM contact WHERE account_id IS NULL")
                                    .query(Boolean.class)
                                    .single())
                    .isTrue();
            assertThat(
                            jdbc.sql("SELECT form || entry FROM import_file")
                                    .query(String.class)
                                    .single())
                    .isEqualTo("mail");
        }
    }

    @Test
    void a_step_that_comes_after_a_higher_one_still_applies() {
        try (TestDatabase database = TestDatabase.opened()) {
            JdbcClient jdbc = database.owner().jdbc();
            jdbc.sql("DROP TABLE judgement").update();
            jdbc.sql("DELETE FROM flyway_schema_history WHERE version = '2026112406'").update();

            new Migrations(database.owner(), DatabaseLocation.of(database.access()))
                    .bringUpToDate();

            assertThat(tables(jdbc)).contains("judgement");
        }
    }

    @Test
    void a_backup_from_before_a_lower_step_is_restored_and_then_migrated(@TempDir Path data) {
        try (EmbeddedPostgres server = EmbeddedPostgres.forgetful(data);
                HikariDataSource pool = ownerPool(server.start())) {
            Migrations migrations =
                    new Migrations(new OwnerDatabase(pool), DatabaseLocation.of(server.start()));
            List<String> all =
                    Stream.of(flyway(pool, "latest").info().all())
                            .map(step -> String.valueOf(step.getVersion()))
                            .toList();
            Set<String> judging = Set.of("2026112406", "2026112642"); // a table, and its column
            List<String> without =
                    all.stream().filter(version -> !judging.contains(version)).toList();
            assertThat(without).hasSize(all.size() - judging.size());

            migrations.makeAs(without);
            assertThat(tables(JdbcClient.create(pool)))
                    .contains("touch")
                    .doesNotContain("judgement");
            migrations.bringUpToDate();
            assertThat(tables(JdbcClient.create(pool))).contains("judgement");
            assertThat(flyway(pool, "latest").validateWithResult().validationSuccessful).isTrue();
        }
    }

    @Test
    void a_schema_with_a_step_that_is_not_known_here_is_refused(@TempDir Path data) {
        try (EmbeddedPostgres server = EmbeddedPostgres.forgetful(data);
                HikariDataSource pool = ownerPool(server.start())) {
            Migrations migrations =
                    new Migrations(new OwnerDatabase(pool), DatabaseLocation.of(server.start()));
            assertThatThrownBy(() -> migrations.makeAs(List.of("2026112400", "2999010100")))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("not known here");
        }
    }

    @Test
    void an_up_to_date_folder_is_left_alone_and_a_newer_one_refused() {
        try (TestDatabase database = TestDatabase.opened()) {
            Migrations migrations =
                    new Migrations(database.owner(), DatabaseLocation.of(database.access()));
            migrations.bringUpToDate();
            database.owner()
                    .jdbc()
                    .sql(
                            """
                            INSERT INTO flyway_schema_history
                            SELECT installed_rank + 1000, '2999010100', 'from the future', type, 'V2999010100__x.sql', 1,
                                   installed_by, installed_on, execution_time, success
                            FROM flyway_schema_history LIMIT 1
                            """)
                    .update();
            assertThatThrownBy(migrations::bringUpToDate)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("newer Rapport");
        }
    }

    private static Flyway flyway(HikariDataSource pool, String upTo) {
        return Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration")
                .target(upTo)
                .load();
    }

    private static Map<String, Long> rows(JdbcClient jdbc) {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : tables(jdbc)) {
            if (!table.equals("flyway_schema_history"))
                rows.put(
                        table,
                        jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single());
        }
        return rows;
    }

    private static HikariDataSource ownerPool(DatabaseAccess access) {
        return DatabaseConfiguration.pool(access.url(), access.owner(), "owner", 2);
    }

    private static List<String> names(JdbcClient jdbc) {
        return jdbc.sql("SELECT name FROM workspace").query(String.class).list();
    }

    private static List<String> tables(JdbcClient jdbc) {
        return jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .list();
    }

    private static Path onlyBackup(Path data) throws IOException {
        try (Stream<Path> backups = Files.list(data.resolve("backups"))) {
            List<Path> all = backups.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }
}
