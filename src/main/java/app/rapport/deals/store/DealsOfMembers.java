package app.rapport.deals.store;

import app.rapport.database.HandedRows;
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
    private static final HandedRows OWNED = new HandedRows("deal", "owner_id");

    private final JdbcClient jdbc;

    DealsOfMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of(OWNED.name(), "deal.deleted_by", "deal_change.member_id");
    }

    @Override
    public Map<String, List<UUID>> handOver(Viewer by, MemberId from, MemberId to) {
        return Map.of(OWNED.name(), OWNED.handOver(jdbc, by, from, to));
    }

    @Override
    public void giveBack(Viewer by, MemberId from, MemberId to, String column, List<UUID> rows) {
        if (column.equals(OWNED.name())) OWNED.giveBack(jdbc, by, from, to, rows);
    }
}
