package app.rapport.calls.store;

import app.rapport.database.PointedRows;
import app.rapport.database.PointedTables;
import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Business cases go along when companies become one. They name people in words only, which the
 * sweep finds.
 */
@Repository
class CasesOfCompanies implements PersonRecords {
    private static final PointedTables ROWS =
            new PointedTables(
                    List.of(),
                    List.of(new PointedRows("business_case", "account_id", "account_origin")));

    private final JdbcClient jdbc;

    CasesOfCompanies(JdbcClient jdbc) {
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
}
