package app.rapport.deals.store;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.MemberRecords;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whoever owned a deal and leaves hands it over, open or decided: it goes on being somebody's. */
@Repository
class DealsOfMembers implements MemberRecords {
    private static final String OWNER = "deal.owner_id";

    private final JdbcClient jdbc;

    DealsOfMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of(OWNER, "deal.deleted_by", "deal_change.member_id");
    }

    @Override
    public Map<String, List<UUID>> handOver(Viewer by, MemberId from, MemberId to) {
        return Map.of(
                OWNER,
                jdbc.sql(
                                "UPDATE deal SET owner_id = :to WHERE workspace_id = :workspace AND owner_id = :from RETURNING id")
                        .param("workspace", by.workspace().value())
                        .param("from", from.value())
                        .param("to", to.value())
                        .query(UUID.class)
                        .list());
    }

    @Override
    public void giveBack(Viewer by, MemberId from, MemberId to, String column, List<UUID> rows) {
        if (!column.equals(OWNER)) return;
        jdbc.sql(
                        "UPDATE deal SET owner_id = :from WHERE workspace_id = :workspace AND owner_id = :to AND id = ANY(:rows)")
                .param("workspace", by.workspace().value())
                .param("from", from.value())
                .param("to", to.value())
                .param("rows", rows.toArray(UUID[]::new))
                .update();
    }
}
