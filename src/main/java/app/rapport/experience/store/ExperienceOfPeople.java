package app.rapport.experience.store;

import app.rapport.database.PointedRows;
import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Redaction;
import app.rapport.kernel.Viewer;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is said of an experience goes along with whose it is. */
@Repository
class ExperienceOfPeople implements PersonRecords {
    private static final List<PointedRows> OF_CONTACTS =
            List.of(
                    new PointedRows("experience_mark", "person_id", "person_origin"),
                    new PointedRows("experience_correction", "person_id", "person_origin"),
                    new PointedRows("survey_moment", "person_id", "person_origin"),
                    new PointedRows("survey_ask", "person_id", "person_origin"),
                    new PointedRows("survey_answer", "person_id", "person_origin"));

    private static final List<PointedRows> OF_ACCOUNTS =
            List.of(
                    new PointedRows("experience_mark", "account_id", "account_origin"),
                    new PointedRows("account_need", "account_id", "account_origin"));

    /** Tables with words that may name somebody else. */
    private static final List<String> WORDS =
            List.of(
                    "experience_mark",
                    "experience_correction",
                    "survey_answer",
                    "feedback_change",
                    "touch_point_walk",
                    "account_need");

    private final JdbcClient jdbc;

    ExperienceOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Stream.concat(OF_CONTACTS.stream(), OF_ACCOUNTS.stream())
                .flatMap(rows -> Stream.of(rows.name(), rows.originName()))
                .collect(Collectors.toSet());
    }

    private static List<PointedRows> rows(RecordKind kind) {
        return kind == RecordKind.CONTACT ? OF_CONTACTS : OF_ACCOUNTS;
    }

    @Override
    public void join(Viewer by, Joined joined) {
        rows(joined.kind())
                .forEach(rows -> rows.join(jdbc, by.workspace(), joined.from(), joined.into()));
    }

    @Override
    public void part(Viewer by, Parted parted) {
        rows(parted.kind())
                .forEach(rows ->
                        rows.part(
                                jdbc,
                                by.workspace(),
                                parted.holders(),
                                parted.back(),
                                parted.members()));
    }

    @Override
    public List<String> erase(Viewer by, Erased erased) {
        for (PointedRows rows : OF_CONTACTS)
            jdbc.sql(
                            "DELETE FROM %s WHERE workspace_id = :workspace AND (person_id = ANY(:people) OR person_origin = ANY(:people))"
                                    .formatted(rows.table()))
                    .param("workspace", by.workspace().value())
                    .param("people", erased.people().toArray(UUID[]::new))
                    .update();
        WORDS.forEach(table -> redact(by, table, erased.words()));
        return List.of();
    }

    /** What is about others may name who is erased. */
    private void redact(Viewer by, String table, Redaction words) {
        Map<UUID, String> named = new HashMap<>();
        jdbc.sql(
                        "SELECT id, words FROM %s WHERE workspace_id = :workspace AND words <> ''"
                                .formatted(table))
                .param("workspace", by.workspace().value())
                .query(row -> {
                    if (words.hits(row.getString("words")))
                        named.put(row.getObject("id", UUID.class), row.getString("words"));
                });
        named.forEach((id, said) ->
                jdbc.sql(
                                "UPDATE %s SET words = :said WHERE workspace_id = :workspace AND id = :id"
                                        .formatted(table))
                        .param("workspace", by.workspace().value())
                        .param("id", id)
                        .param("said", words.of(said))
                        .update());
    }

    @Override
    public List<Fact> facts(Viewer by, Erased whole) {
        return jdbc.sql(
                        """
                        SELECT 'was felt to be ' || feeling AS what, words, at, 'what people wrote' AS source FROM experience_mark
                        WHERE workspace_id = :workspace AND person_id = ANY(:people) AND taken_back_at IS NULL
                        UNION ALL
                        SELECT 'answered ' || rating || ' (' || measure || ', ' || occasion || ')', words, at, 'their own answer' FROM survey_answer
                        WHERE workspace_id = :workspace AND person_id = ANY(:people)
                        ORDER BY at
                        """)
                .param("workspace", by.workspace().value())
                .param("people", whole.people().toArray(UUID[]::new))
                .query((row, _) ->
                        new Fact(
                                "Experience",
                                row.getString("what"),
                                row.getString("words"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("source")))
                .list();
    }
}
