package app.rapport.risk.store;

import app.rapport.deals.DealRecords;
import app.rapport.kernel.Viewer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose risk is written, also for oneself alone: that a deal stays tells nobody by whom. */
@Repository
class RisksOfDeals implements DealRecords {
    private final JdbcClient jdbc;

    RisksOfDeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> spokenOf(Viewer by, Collection<UUID> deals) {
        return new HashSet<>(
                jdbc.sql(
                                "SELECT DISTINCT deal_id FROM risk_note WHERE workspace_id = :workspace AND deal_id = ANY(:deals)")
                        .param("workspace", by.workspace().value())
                        .param("deals", deals.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }
}
