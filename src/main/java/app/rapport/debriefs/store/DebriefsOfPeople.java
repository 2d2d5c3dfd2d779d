package app.rapport.debriefs.store;

import app.rapport.database.PointedRecords;
import app.rapport.database.PointedRows;
import app.rapport.database.PointedTables;
import app.rapport.kernel.Viewer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was learned of somebody goes along when records become one, and goes when they do. */
@Repository
class DebriefsOfPeople extends PointedRecords {
    private static final PointedTables ROWS =
            new PointedTables(
                    List.of(new PointedRows("debrief_lesson", "person_id", "person_origin")),
                    List.of(new PointedRows("debrief_lesson", "account_id", "account_origin")));

    DebriefsOfPeople(JdbcClient jdbc) {
        super(jdbc, ROWS);
    }

    @Override
    public Map<String, Long> counts(Viewer by, Erased erased) {
        return Map.of("lessons from negotiations", (long) facts(by, erased).size());
    }

    @Override
    public List<Fact> facts(Viewer by, Erased whole) {
        return jdbc.sql(
                        """
                        SELECT words, at FROM debrief_lesson
                        WHERE workspace_id = :workspace AND (person_id = ANY(:people) OR person_origin = ANY(:people)) ORDER BY id
                        """)
                .param("workspace", by.workspace().value())
                .param("people", whole.people().toArray(UUID[]::new))
                .query((row, _) ->
                        new Fact(
                                "Negotiations",
                                "learned at a table",
                                row.getString("words"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                "what people wrote"))
                .list();
    }
}
