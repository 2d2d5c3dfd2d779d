package app.rapport.debriefs.store;

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

/** Who looked back at what stays; what somebody learned of themselves goes with them. */
@Repository
class DebriefsOfMembers implements MemberRecords {
    private static final OwnRows OWN = new OwnRows("debrief_lesson", "only_member");

    private final JdbcClient jdbc;

    DebriefsOfMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "debrief.held_by",
                "debrief_mark.member_id",
                "debrief_lesson.member_id",
                "debrief_lesson.only_member");
    }

    @Override
    public Map<String, List<UUID>> handOver(Viewer by, MemberId from, MemberId to) {
        OWN.letGo(jdbc, by, from);
        return Map.of();
    }
}
