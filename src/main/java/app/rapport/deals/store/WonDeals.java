package app.rapport.deals.store;

import app.rapport.deals.DealId;
import app.rapport.deals.WonDeal;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Deals that were won here; when those of an import began is not always known, so they are left
 * out.
 */
@Repository
public class WonDeals {
    private final JdbcClient jdbc;

    WonDeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Won last first. */
    public List<WonDeal> list(Viewer viewer, int most) {
        return jdbc.sql(
                        """
                        SELECT d.id, d.created_at, d.closed_on,
                               ARRAY(SELECT DISTINCT p.person_id FROM deal_person p WHERE p.workspace_id = d.workspace_id AND p.deal_id = d.id) AS people
                        FROM deal d
                        JOIN deal_stage s ON s.workspace_id = d.workspace_id AND s.id = d.stage_id AND s.kind = 'won'
                        WHERE d.workspace_id = :workspace AND d.deleted_at IS NULL AND d.import_id IS NULL AND d.closed_on >= d.created_at::date
                        ORDER BY d.closed_on DESC, d.id LIMIT :most
                        """)
                .param("workspace", viewer.workspace().value())
                .param("most", most)
                .query((row, _) -> won(row))
                .list();
    }

    private static WonDeal won(ResultSet row) throws SQLException {
        return new WonDeal(
                new DealId(row.getObject("id", UUID.class)),
                Stream.of((UUID[]) row.getArray("people").getArray()).map(PersonId::new).toList(),
                DealRows.moment(row, "created_at"),
                row.getObject("closed_on", LocalDate.class));
    }
}
