package app.rapport.risk.store;

import app.rapport.database.OwnRows;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.MemberRecords;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wrote what stays as it is; what somebody kept to themselves goes with them. */
@Repository
class RisksOfMembers implements MemberRecords {
    private static final OwnRows OWN = new OwnRows("risk_note", "only_member");

    private final JdbcClient jdbc;

    RisksOfMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of("risk_note.member_id", "risk_note.only_member");
    }

    @Override
    public Map<String, List<UUID>> handOver(Viewer by, MemberId from, MemberId to) {
        OWN.letGo(jdbc, by, from);
        return Map.of();
    }
}
