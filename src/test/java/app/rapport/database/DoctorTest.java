package app.rapport.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.database.DatabaseHealth.Finding;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

    @BeforeAll
    static void a_firm_with_one_mail(@Autowired OwnerDatabase owner) {
        JdbcClient jdbc = owner.jdbc();
        // a token must say by now what it may do
        FirstRelease.ROWS.stream()
                .filter(row -> !row.contains("INTO api_token"))
                .forEach(row -> jdbc.sql(row).update());
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
                    DELETE FROM blob | INSERT INTO blob (workspace_id, digest, chunk, bytes) SELECT id, '\\x03', 0, '\\x1f8b' FROM workspace | 2 mails or attachments have lost their original
                    UPDATE import SET state = 'failed', failure = 'The disk was full' | UPDATE import SET state = 'done', failure = NULL | the import of old.mbox is failed after 1 items The disk was full
                    UPDATE import SET state = 'running' | UPDATE import SET state = 'done' | the import of old.mbox is running after 1 items
                    UPDATE flyway_schema_history SET success = false WHERE version = '2026112406' | UPDATE flyway_schema_history SET success = true | migration 2026112406 failed
                    """)
    void each_planted_damage_is_named(String plant, String mend, String named) {
        owner.jdbc().sql(plant).update();
        try {
            assertThat(ill()).singleElement().extracting(Finding::what).isEqualTo(named);
            assertThat(ill().getFirst().remedy()).isNotBlank();
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

    private List<Finding> ill() {
        return health.findings().stream().filter(finding -> !finding.well()).toList();
    }
}
