package app.rapport.experience.store;

import app.rapport.database.PointedRows;
import app.rapport.database.PointedTables;
import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.Viewer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is said of an experience goes along with whose it is. */
@Repository
class ExperienceOfPeople implements PersonRecords {
    private static final PointedTables ROWS =
            new PointedTables(
                    List.of(
                            new PointedRows("experience_mark", "person_id", "person_origin"),
                            new PointedRows("experience_correction", "person_id", "person_origin"),
                            new PointedRows("survey_moment", "person_id", "person_origin"),
                            new PointedRows("survey_ask", "person_id", "person_origin"),
                            new PointedRows("survey_answer", "person_id", "person_origin")),
                    List.of(
                            new PointedRows("experience_mark", "account_id", "account_origin"),
                            new PointedRows("account_need", "account_id", "account_origin")));

    private final JdbcClient jdbc;

    ExperienceOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return ROWS.columns();
    }

    @Override
    public void join(Viewer by, Joined joined) {
        ROWS.join(jdbc, by, joined);
    }

    @Override
    public void part(Viewer by, Parted parted) {
        ROWS.part(jdbc, by, parted);
    }

    @Override
    public List<String> erase(Viewer by, Erased erased) {
        ROWS.erase(jdbc, by, erased);
        return List.of();
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
