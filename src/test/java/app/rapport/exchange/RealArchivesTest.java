package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.exchange.model.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real files, where {@code RAPPORT_TEST_DATA} names a folder that has them: nothing is lost, and
 * the same again is nothing new.
 */
class RealArchivesTest {
    private static Path given;

    @TempDir static Path folder;

    @BeforeAll
    static void find() {
        String named = System.getenv("RAPPORT_TEST_DATA");
        given = Path.of(named == null ? "../shared/data" : named);
        Assumptions.assumeTrue(Files.isDirectory(given.resolve("mail")), "no real data here");
    }

    @Test
    void every_mail_of_an_archive_is_stored_once_and_again_is_known() throws IOException {
        try (Bringing in = new Bringing(folder)) {
            Path archive = given.resolve("mail/enron-blair-l");
            long there = messages(archive);
            Report first = in.bring(archive).report();
            assertThat(first.read()).isEqualTo(there).isGreaterThan(3_000);
            assertThat(first.stored() + first.alreadyKnown()).isEqualTo(there);
            assertThat(first.stored()).isBetween(there * 9 / 10, there);
            Report again = in.bring(archive).report();
            assertThat(again.stored()).isZero();
            assertThat(again.alreadyKnown()).isEqualTo(there);
        }
    }

    @Test
    void three_archives_of_one_month_are_one_month() { // 316 ids, and one mail that has none
        try (Bringing in = new Bringing(folder)) {
            Path[] months;
            try (Stream<Path> files = Files.list(given.resolve("mail/apache-lists"))) {
                months =
                        files.filter(file ->
                                        file.getFileName()
                                                .toString()
                                                .matches("maven-dev-2017-11-[a-z]+[.]mbox"))
                                .sorted()
                                .toArray(Path[]::new);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            assertThat(months).hasSize(3);
            Report report = in.bring(months).report();
            assertThat(report.read()).isEqualTo(954);
            assertThat(report.stored() + report.alreadyKnown()).isEqualTo(954);
            assertThat(
                            in.ask(
                                    "SELECT count(DISTINCT message_id) FROM message_id WHERE workspace_id = :workspace"))
                    .isEqualTo(List.of("316"));
            assertThat(report.stored()).isBetween(310L, 320L);
        }
    }

    /** As the archive's own list says, which another program made. */
    private static long messages(Path archive) throws IOException {
        long count = 0;
        try (Stream<Path> files = Files.list(archive)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    count +=
                            new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                                    .lines()
                                    .skip(1)
                                    .mapToLong(line ->
                                            Long.parseLong(
                                                    line.substring(line.lastIndexOf(',') + 1)
                                                            .strip()))
                                    .sum();
                }
            }
        }
        return count;
    }
}
