package app.rapport.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A statement that reads touches says whose it shows: those in the member's own archive, or what
 * {@code touch_sight}, {@code in_archive} or {@code private} leave. One that needs neither is named
 * here with its reason.
 */
class WhoseTouchesTest {
    private static final Pattern STATEMENT = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern READS =
            Pattern.compile("(?is)\\b(?:FROM|JOIN)\\s+(?:touch|touch_party)\\s");
    private static final Pattern SAYS_WHOSE =
            Pattern.compile("touch_owner|touch_sight|in_archive|\\.private\\b");

    /** Files whose statements show nothing to anybody, and why. */
    private static final List<String> SHOW_NOTHING =
            List.of(
                    "KnownMails.java", // finds out which mails are known already, whoever has them
                    "MeetingRows.java", // the same for meetings
                    "ImportedTouches.java", // takes an import back
                    "PartyLinks.java", // ties addresses to people for everybody
                    "ErasedTouches.java", // a person goes from everybody's
                    "ErasedRecords.java",
                    "MessageRows.java", // which message of a mailbox became which touch
                    "SettledAnswers.java", // what a member sent settles what waited for them
                    "PrivateTouches.java", // decides what is private
                    "SignalLessons.java", // keeps the address that a signal of the member's was
                    // about
                    "LostOriginals.java", // doctor, as the tables' owner
                    "StrayTouches.java"); // doctor, which counts

    /** How single statements begin that do not ask, and why. */
    private static final List<String> ASK_NOT =
            List.of(
                    "WITH RECURSIVE earlier", // what was typed is for everybody
                    "WITH RECURSIVE gone", // the bin is emptied for everybody
                    "DELETE FROM thread h", // in which nothing is left
                    "DELETE FROM touch s", // the stone beside what was let through
                    "SELECT touch_id, role, name", // parties of touches that were let through
                    "SELECT person FROM unnest"); // whom an undone import may not forget

    @Test
    void every_statement_that_reads_touches_says_whose() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(
                            files.filter(file -> file.toString().endsWith(".java"))
                                    .filter(file ->
                                            !SHOW_NOTHING.contains(file.getFileName().toString()))
                                    .flatMap(WhoseTouchesTest::silent))
                    .isEmpty();
        }
    }

    private static Stream<String> silent(Path file) {
        try {
            return STATEMENT
                    .matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(sql -> ASK_NOT.stream().noneMatch(sql.strip()::startsWith))
                    .filter(sql -> READS.matcher(sql).find() && !SAYS_WHOSE.matcher(sql).find())
                    .map(sql -> file.getFileName() + ":" + sql);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
