package app.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.database.DatabaseAccess;
import app.rapport.database.EmbeddedPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import that is killed in the middle and run again: no message is lost, none is there twice.
 */
class ImportKilledTest {
    private static final int MESSAGES = 8_000;

    @TempDir Path data;
    @TempDir Path files;

    @AfterEach
    void nothing_of_it_runs_on() {
        assertThat(RapportProcess.stillRunningOn(data)).isEmpty();
    }

    @Test
    void killed_told_to_end_and_run_again_it_is_whole() throws IOException, SQLException {
        Path archive = archive();
        SetUpFolder.copyInto(data);
        try (RapportProcess first = importing(archive)) {
            awaitTouches();
            RapportProcess.signal("KILL", String.valueOf(RapportProcess.postmasterOf(data)));
            first.kill();
        }
        long kept = touches();
        assertThat(kept).isPositive().isLessThan(MESSAGES);

        try (RapportProcess second = importing(archive)) {
            second.awaitError(" read = ");
            second.terminateGroup();
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.out()).isEmpty();
        }
        assertThat(RapportProcess.stillRunningOn(data)).isEmpty();
        assertThat(touches()).isBetween(kept, (long) MESSAGES);

        try (RapportProcess third = importing(archive)) {
            assertThat(third.exitCode()).as(third.err()).isZero();
            assertThat(third.out()).contains("\"read\":" + MESSAGES).contains("\"setAside\":0");
        }
        assertThat(touches()).isEqualTo(MESSAGES);
    }

    private RapportProcess importing(Path archive) throws IOException {
        return RapportProcess.started(
                data, "import", archive.toString(), "--email", "owner@example.org", "--json");
    }

    private Path archive() throws IOException {
        Path archive = files.resolve("letters.mbox");
        try (BufferedWriter out = Files.newBufferedWriter(archive)) {
            for (int i = 0; i < MESSAGES; i++) {
                out.write(
                        """
                        From writer%1$d@firm%2$d.example Mon May  6 10:00:00 2024
                        From: Writer %1$d <writer%1$d@firm%2$d.example>
                        To: owner@example.org
                        Date: Mon, 6 May 2024 10:%3$02d:%4$02d +0000
                        Message-ID: <letter-%5$d@firm%2$d.example>
                        Subject: Order %5$d

                        Could you send number %5$d again, please?

                        """
                                .formatted(i % 400, i % 40, i / 60 % 60, i % 60, i));
            }
        }
        return archive;
    }

    /** Looks from outside, through the server that the import has started. */
    private void awaitTouches() throws IOException, SQLException {
        long deadline = System.nanoTime() + 120_000_000_000L;
        try (EmbeddedPostgres beside = EmbeddedPostgres.in(data)) {
            DatabaseAccess access = beside.start();
            while (count(access) == 0) {
                assertThat(System.nanoTime()).as("nothing is stored").isLessThan(deadline);
                RapportProcess.sleep();
            }
        }
    }

    private long touches() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.in(data)) {
            return count(server.start());
        }
    }

    private static long count(DatabaseAccess access) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                access.url(), access.owner().user(), access.owner().password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM touch")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
