package app.rapport.balance.store;

import app.rapport.database.PointedRecords;
import app.rapport.database.PointedRows;
import app.rapport.database.PointedTables;
import app.rapport.kernel.Viewer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is recorded of a balance goes along with whose it is. */
@Repository
class BalanceOfPeople extends PointedRecords {
    private static final PointedTables ROWS =
            PointedTables.ofContacts(
                    new PointedRows("balance_given", "person_id", "person_origin"),
                    new PointedRows("balance_wrong", "person_id", "person_origin"));

    BalanceOfPeople(JdbcClient jdbc) {
        super(jdbc, ROWS);
    }

    @Override
    public List<Fact> facts(Viewer by, Erased whole) {
        return jdbc.sql(
                        """
                        SELECT side, kind, words, at FROM balance_given
                        WHERE workspace_id = :workspace AND person_id = ANY(:people) AND taken_back_at IS NULL ORDER BY at
                        """)
                .param("workspace", by.workspace().value())
                .param("people", whole.people().toArray(UUID[]::new))
                .query((row, _) ->
                        new Fact(
                                "Balance of effort",
                                (row.getString("side").equals("ours") ? "was given: " : "gave: ")
                                        + row.getString("kind"),
                                row.getString("words"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                "what people wrote"))
                .list();
    }
}
