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
                    new PointedRows("experience_correction", "person_id", "person_origin"));

    private static final List<PointedRows> OF_ACCOUNTS =
            List.of(new PointedRows("experience_mark", "account_id", "account_origin"));

    /** Words that one of us typed, by table. */
    private static final Map<String, String> WORDS =
            Map.of("experience_mark", "words", "experience_correction", "words");

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
        WORDS.forEach((table, column) -> redact(by, table, column, erased.words()));
        return List.of();
    }

    /** What is about others may name who is erased. */
    private void redact(Viewer by, String table, String column, Redaction words) {
        Map<UUID, String> named = new HashMap<>();
        jdbc.sql(
                        "SELECT id, %2$s AS said FROM %1$s WHERE workspace_id = :workspace AND %2$s <> ''"
                                .formatted(table, column))
                .param("workspace", by.workspace().value())
                .query(row -> {
                    if (words.hits(row.getString("said")))
                        named.put(row.getObject("id", UUID.class), row.getString("said"));
                });
        named.forEach((id, said) ->
                jdbc.sql(
                                "UPDATE %s SET %s = :said WHERE workspace_id = :workspace AND id = :id"
                                        .formatted(table, column))
                        .param("workspace", by.workspace().value())
                        .param("id", id)
                        .param("said", words.of(said))
                        .update());
    }

    @Override
    public List<Fact> facts(Viewer by, Erased whole) {
        return jdbc.sql(
                        """
                        SELECT feeling, words, at FROM experience_mark
                        WHERE workspace_id = :workspace AND person_id = ANY(:people) AND taken_back_at IS NULL ORDER BY at
                        """)
                .param("workspace", by.workspace().value())
                .param("people", whole.people().toArray(UUID[]::new))
                .query((row, _) ->
                        new Fact(
                                "Experience",
                                "was felt to be " + row.getString("feeling"),
                                row.getString("words"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                "what people wrote"))
                .list();
    }
}
