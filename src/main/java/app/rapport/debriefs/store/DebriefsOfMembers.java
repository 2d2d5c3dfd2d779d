package app.rapport.debriefs.store;

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
    private final JdbcClient jdbc;

    DebriefsOfMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "debrief_mark.member_id", "debrief_lesson.member_id", "debrief_lesson.only_member");
    }

    @Override
    public Map<String, List<UUID>> handOver(Viewer by, MemberId from, MemberId to) {
        jdbc.sql(
                        "DELETE FROM debrief_lesson WHERE workspace_id = :workspace AND only_member = :from")
                .param("workspace", by.workspace().value())
                .param("from", from.value())
                .update();
        return Map.of();
    }
}
