package app.rapport.deals.store;

import app.rapport.database.PointedRecords;
import app.rapport.database.PointedRows;
import app.rapport.database.PointedTables;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deals go along when companies become one; who is erased has no part in one any more. */
@Repository
class DealsOfPeople extends PointedRecords {
    private static final PointedTables ROWS =
            new PointedTables(
                    List.of(new PointedRows("deal_person", "person_id", "person_origin")),
                    List.of(new PointedRows("deal", "account_id", "account_origin")));

    DealsOfPeople(JdbcClient jdbc) {
        super(jdbc, ROWS);
    }

    @Override
    public Map<String, Long> counts(Viewer by, Erased erased) {
        return Map.of("parts in deals", (long) facts(by, erased).size());
    }

    @Override
    public List<Fact> facts(Viewer by, Erased whole) {
        return jdbc.sql(
                        """
                        SELECT d.name, p.role, d.created_at FROM deal_person p
                        JOIN deal d ON d.workspace_id = p.workspace_id AND d.id = p.deal_id
                        WHERE p.workspace_id = :workspace AND p.person_id = ANY(:people) ORDER BY p.id
                        """)
                .param("workspace", by.workspace().value())
                .param("people", whole.people().toArray(UUID[]::new))
                .query((row, _) ->
                        new Fact(
                                "Deals",
                                "has a part as " + row.getString("role"),
                                row.getString("name"),
                                DealRows.moment(row, "created_at"),
                                "what people wrote"))
                .list();
    }
}
