package app.rapport.conversations.store;

import app.rapport.database.PointedRecords;
import app.rapport.database.PointedRows;
import app.rapport.database.PointedTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is being written to a person goes along when two become one, and goes when one is erased.
 */
@Repository
class DraftsToPeople extends PointedRecords {
    private static final PointedTables ROWS =
            PointedTables.ofContacts(new PointedRows("mail_draft", "person_id", "person_origin"));

    DraftsToPeople(JdbcClient jdbc) {
        super(jdbc, ROWS);
    }
}
