package app.rapport.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Data folders that cannot be used, or are damaged: said in one sentence, and nothing made anew.
 */
class DataFolderTest {
    @TempDir Path folder;

    @Test
    void a_file_where_the_folder_should_be_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "x");
        assertSays(file, "taken is a file and no folder");
    }

    @Test
    void a_folder_in_which_nothing_can_be_made_is_named() {
        assertSays(Path.of("/proc/rapport"), "/proc/rapport cannot be used");
    }

    @Test
    void a_damaged_cluster_keeps_its_passwords_and_a_damaged_pid_file_does_not_hinder()
            throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.forgetful(folder)) {
            server.start();
        }
        String secrets = Files.readString(folder.resolve("database.secrets"));
        Path version = folder.resolve("postgres/PG_VERSION");
        Path aside = Files.move(version, folder.resolve("aside"));
        assertSays(folder, "PG_VERSION is missing");
        assertThat(folder.resolve("database.secrets")).hasContent(secrets);
        Files.move(aside, version);

        Files.write(folder.resolve("postgres/postmaster.pid"), new byte[400]);
        try (EmbeddedPostgres server = EmbeddedPostgres.forgetful(folder)) {
            assertThat(server.start().url()).contains("rapport");
        }

        Files.writeString(
                folder.resolve("postgres/postgresql.conf"),
                "shared_buffers = nonsense\n",
                StandardOpenOption.TRUNCATE_EXISTING);
        assertSays(folder, "PostgreSQL did not start: ");

        Files.writeString(folder.resolve("database.secrets"), "\u0000\u0000");
        assertSays(folder, "database.secrets is missing or damaged");
    }

    private static void assertSays(Path data, String words) {
        try (EmbeddedPostgres server = EmbeddedPostgres.forgetful(data)) {
            assertThatThrownBy(server::start)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining(words);
        }
    }
}
