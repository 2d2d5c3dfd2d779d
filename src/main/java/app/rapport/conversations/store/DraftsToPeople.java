package app.rapport.conversations.store;

import app.rapport.database.PointedRows;
import app.rapport.database.PointedTables;
import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is being written to a person goes along when two become one, and goes when one is erased.
 */
@Repository
class DraftsToPeople implements PersonRecords {
    private static final PointedTables ROWS =
            PointedTables.ofContacts(new PointedRows("mail_draft", "person_id", "person_origin"));

    private final JdbcClient jdbc;

    DraftsToPeople(JdbcClient jdbc) {
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
}
