package app.rapport.calls.store;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.MemberRecords;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * A talk that a member meant to have, somebody else has when they leave; what was held stays
 * theirs.
 */
@Repository
class TalksOfMembers implements MemberRecords {
    private static final String TALKER = "talk_plan.member_id";

    private final JdbcClient jdbc;

    TalksOfMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                TALKER,
                "talk_plan.deleted_by",
                "talk_finding.member_id",
                "talk_log.member_id",
                "talk_template.changed_by");
    }

    @Override
    public Map<String, List<UUID>> handOver(Viewer by, MemberId from, MemberId to) {
        return Map.of(
                TALKER,
                jdbc.sql(
                                """
                                UPDATE talk_plan p SET member_id = :to
                                WHERE workspace_id = :workspace AND member_id = :from
                                  AND NOT EXISTS (SELECT FROM talk_log l WHERE l.workspace_id = p.workspace_id AND l.plan_id = p.id)
                                RETURNING id
                                """)
                        .param("workspace", by.workspace().value())
                        .param("from", from.value())
                        .param("to", to.value())
                        .query(UUID.class)
                        .list());
    }

    @Override
    public void giveBack(Viewer by, MemberId from, MemberId to, String column, List<UUID> rows) {
        if (!column.equals(TALKER)) return;
        jdbc.sql(
                        """
                        UPDATE talk_plan SET member_id = :from
                        WHERE workspace_id = :workspace AND member_id = :to AND id = ANY(:rows)
                        """)
                .param("workspace", by.workspace().value())
                .param("from", from.value())
                .param("to", to.value())
                .param("rows", rows.toArray(UUID[]::new))
                .update();
    }
}
