package app.rapport.experience.store;

import app.rapport.database.PointedRecords;
import app.rapport.database.PointedRows;
import app.rapport.database.PointedTables;
import app.rapport.kernel.Viewer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is said of an experience goes along with whose it is. */
@Repository
class ExperienceOfPeople extends PointedRecords {
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

    ExperienceOfPeople(JdbcClient jdbc) {
        super(jdbc, ROWS);
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
