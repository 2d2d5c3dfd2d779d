package app.rapport.calls.store;

import app.rapport.deals.DealRecords;
import app.rapport.kernel.Viewer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Business cases of deals. */
@Repository
class CasesOfDeals implements DealRecords {
    private final JdbcClient jdbc;

    CasesOfDeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> spokenOf(Viewer by, Collection<UUID> deals) {
        return new HashSet<>(
                jdbc.sql(
                                "SELECT DISTINCT deal_id FROM business_case WHERE workspace_id = :workspace AND deal_id = ANY(:deals)")
                        .param("workspace", by.workspace().value())
                        .param("deals", deals.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }
}
