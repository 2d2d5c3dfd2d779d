package app.rapport.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.conversations.model.ParsedMail;
import app.rapport.database.DatabaseHealth.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Each damage that somebody planted is named by the doctor, and by it alone. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"rapport.data=target/doctor-data", "spring.main.lazy-initialization=true"})
@ContextConfiguration(initializers = TestDatabase.InSpring.class)
class DoctorTest {
    @Autowired DatabaseHealth health;
    @Autowired OwnerDatabase owner;

    @TempDir Path folder;

    @BeforeAll
    static void a_firm_with_one_mail(@Autowired OwnerDatabase owner) throws Exception {
        JdbcClient jdbc = owner.jdbc();
        // a token must say by now what it may do, a session who let it in
        FirstRelease.ROWS.stream()
                .filter(row -> !row.contains("INTO api_token") && !row.contains("INTO session"))
                .forEach(row -> jdbc.sql(row).update());
        ParsedMail.Blob original = ParsedMail.Blob.of("Dear Mira".getBytes(StandardCharsets.UTF_8));
        for (String fit :
                List.of(
                        "UPDATE blob SET digest = :digest, bytes = :content",
                        "UPDATE touch SET raw_digest = :digest WHERE raw_digest IS NOT NULL",
                        "UPDATE attachment SET digest = :digest"))
            jdbc.sql(fit)
                    .param("digest", original.digest())
                    .param("content", original.content())
                    .update();
        jdbc.sql(
                        "INSERT INTO backup_run (id, at, file, bytes) VALUES (gen_random_uuid(), now(), :file, 1)")
                .param("file", Path.of("pom.xml").toAbsolutePath().toString())
                .update();
    }

    @Test
    void a_healthy_database_has_nothing_to_name() {
        assertThat(ill()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ALTER TABLE touch DISABLE ROW LEVEL SECURITY | ALTER TABLE touch ENABLE ROW LEVEL SECURITY | row-level security is off for touch
                    UPDATE blob SET chunk = chunk + 100 | UPDATE blob SET chunk = chunk - 100 | 2 mails or attachments have lost their original
                    UPDATE blob SET bytes = set_byte(bytes, 12, get_byte(bytes, 12) # 1) | UPDATE blob SET bytes = set_byte(bytes, 12, get_byte(bytes, 12) # 1) | 1 of 1 originals that were read are not what was stored
                    UPDATE import SET state = 'failed', failure = 'The disk was full' | UPDATE import SET state = 'done', failure = NULL | the import of old.mbox is failed after 1 items The disk was full
                    UPDATE import SET state = 'running' | UPDATE import SET state = 'done' | the import of old.mbox is running after 1 items
                    UPDATE touch_party SET person_id = workspace_id WHERE person_id IS NOT NULL | UPDATE touch_party SET person_id = (SELECT id FROM contact WHERE deleted_at IS NULL) WHERE person_id IS NOT NULL | people in touches who do not exist: 1
                    DELETE FROM contact_search | INSERT INTO contact_search (workspace_id, contact_id, words) SELECT workspace_id, id, 'mira holt' FROM contact WHERE deleted_at IS NULL | people who cannot be found by searching: 1
                    CREATE TABLE cut (a int) PARTITION BY LIST (a); CREATE TABLE cut_rest PARTITION OF cut DEFAULT; CREATE INDEX half_made ON ONLY cut (a) | DROP TABLE cut | unusable indexes: half_made
                    ALTER TABLE thread ADD CONSTRAINT late CHECK (true) NOT VALID | ALTER TABLE thread DROP CONSTRAINT late | rules that not every row was checked against: thread.late
                    ALTER TABLE audit_entry DISABLE TRIGGER audit_stays | ALTER TABLE audit_entry ENABLE TRIGGER audit_stays | triggers that are switched off: audit_entry.audit_stays
                    DROP POLICY workspace ON holiday | CALL guard_workspace('holiday') | tables without the rule that lets their workspace in: holiday
                    UPDATE backup_run SET at = now() - interval '5 days' | UPDATE backup_run SET at = now() | the last backup is of
                    UPDATE backup_run SET bytes = NULL, failure = 'No space left' | UPDATE backup_run SET bytes = 1, failure = NULL | no backup was made yet; the last try failed: No space left
                    UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '2026112406' | UPDATE flyway_schema_history SET checksum = checksum - 1 WHERE version = '2026112406' | migrations that ran with other words than this program has: 2026112406
                    UPDATE flyway_schema_history SET success = false WHERE version = '2026112406' | UPDATE flyway_schema_history SET success = true | migration 2026112406 failed
                    """)
    void each_planted_damage_is_named(String plant, String mend, String named) {
        owner.jdbc().sql(plant).update();
        try {
            List<Finding> ill = ill();
            assertThat(ill).singleElement().extracting(Finding::what).asString().startsWith(named);
            assertThat(ill.getFirst().remedy()).isNotBlank();
        } finally {
            owner.jdbc().sql(mend).update();
        }
    }

    @Test
    void a_question_that_fails_is_named_and_the_others_are_asked() {
        owner.jdbc().sql("ALTER TABLE import RENAME TO import_lost").update();
        try {
            assertThat(ill())
                    .singleElement()
                    .extracting(Finding::what)
                    .asString()
                    .contains("\"import\" does not exist");
        } finally {
            owner.jdbc().sql("ALTER TABLE import_lost RENAME TO import").update();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    database.secrets | other users of this machine can read
                    vault.key | other users of this machine can read
                    restore.unfinished | a restore has not come to its end
                    backups/rapport-2026-01-01T000000Z.backup.half | a backup was cut short
                    """)
    void each_planted_damage_of_a_folder_is_named(String file, String named) throws IOException {
        assertThat(MachineHealth.of(folder)).allMatch(Finding::well);
        Path planted = folder.resolve(file);
        Files.createDirectories(planted.getParent());
        Files.createFile(planted);
        Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rw-r--r--"));
        List<Finding> ill =
                MachineHealth.of(folder).stream().filter(finding -> !finding.well()).toList();
        assertThat(ill).singleElement().extracting(Finding::what).asString().startsWith(named);
    }

    @Test
    void a_folder_that_is_a_file_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("data"));
        assertThat(MachineHealth.of(file))
                .filteredOn(finding -> !finding.well())
                .singleElement()
                .extracting(Finding::what)
                .asString()
                .endsWith("cannot be written");
    }

    private List<Finding> ill() {
        return health.findings().stream().filter(finding -> !finding.well()).toList();
    }
}
