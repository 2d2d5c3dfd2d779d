package app.rapport.calls.store;

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

/** Nobody inherits what somebody wrote for themselves: it goes when they leave, and stays gone. */
@Repository
class HardTalksOfMembers implements MemberRecords {
    private static final OwnRows OWN = new OwnRows("hard_talk", "member_id");

    private final JdbcClient jdbc;

    HardTalksOfMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of("hard_talk.member_id");
    }

    @Override
    public Map<String, List<UUID>> handOver(Viewer by, MemberId from, MemberId to) {
        OWN.letGo(jdbc, by, from);
        return Map.of();
    }
}
