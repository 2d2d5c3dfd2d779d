package app.rapport.calls.store;

import app.rapport.database.PointedRecords;
import app.rapport.database.PointedRows;
import app.rapport.database.PointedTables;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Plans and notes go along when two become one, are handed out, and go when one is erased. Of talks
 * with others, in which somebody took part, their name is taken out by words.
 */
@Repository
class TalksOfPeople extends PointedRecords {
    private static final PointedTables ROWS =
            PointedTables.ofContacts(
                    new PointedRows("talk_plan", "person_id", "person_origin"),
                    new PointedRows(
                            "talk_guest",
                            "person_id",
                            "person_origin",
                            "EXISTS (SELECT FROM talk_guest o WHERE o.workspace_id = :workspace AND o.plan_id = t.plan_id AND o.person_id = :into)"));

    TalksOfPeople(JdbcClient jdbc) {
        super(jdbc, ROWS);
    }

    @Override
    public Map<String, Long> counts(Viewer by, Erased erased) {
        return Map.of("Plans and notes of talks", (long) facts(by, erased).size());
    }

    @Override
    public List<Fact> facts(Viewer by, Erased whole) {
        return jdbc
                .sql(
                        """
                        SELECT p.*, l.moved, l.missed, concat_ws('; ', nullif(l.motivators, ''), nullif(l.budget, ''), nullif(l.how_decided, ''),
                               nullif(l.who_decides, ''), nullif(l.who_influences, ''), nullif(l.uses_now, '')) AS discovered
                        FROM talk_plan p
                        LEFT JOIN talk_log l ON l.workspace_id = p.workspace_id AND l.plan_id = p.id
                        WHERE p.workspace_id = :workspace AND p.person_id = ANY(:people) AND p.deleted_at IS NULL
                        ORDER BY p.id
                        """)
                .param("workspace", by.workspace().value())
                .param("people", whole.people().toArray(UUID[]::new))
                .query((row, _) -> facts(row))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fact> facts(ResultSet row) throws SQLException {
        return Stream.of(
                        fact(row, "aim", "what was meant to come of it"),
                        fact(row, "questions", "what was to be asked"),
                        fact(row, "told", "what was told already"),
                        fact(row, "notes", "notes"),
                        fact(row, "moved", "what moved"),
                        fact(row, "missed", "what was missed"),
                        fact(row, "discovered", "what was found out"))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private static Fact fact(ResultSet row, String column, String what) throws SQLException {
        String value = row.getString(column);
        return new Fact(
                "Talks",
                what,
                value == null ? "" : value,
                TalkPlanRows.moment(row, "created_at").orElseThrow(),
                "what people wrote");
    }
}
