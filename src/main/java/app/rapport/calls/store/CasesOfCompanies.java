package app.rapport.calls.store;

import app.rapport.database.PointedRecords;
import app.rapport.database.PointedRows;
import app.rapport.database.PointedTables;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Business cases go along when companies become one. They name people in words only, which the
 * sweep finds.
 */
@Repository
class CasesOfCompanies extends PointedRecords {
    private static final PointedTables ROWS =
            new PointedTables(
                    List.of(),
                    List.of(new PointedRows("business_case", "account_id", "account_origin")));

    CasesOfCompanies(JdbcClient jdbc) {
        super(jdbc, ROWS);
    }
}
