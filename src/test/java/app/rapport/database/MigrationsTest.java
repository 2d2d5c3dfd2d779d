package app.rapport.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                Flyway.configure()
                        .dataSource(pool)
                        .locations("classpath:db/migration")
                        .target("2026112401")
                        .load()
                        .migrate();
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
