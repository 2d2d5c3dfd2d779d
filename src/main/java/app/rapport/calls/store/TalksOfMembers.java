package app.rapport.calls.store;

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

/**
 * A talk that a member meant to have, somebody else has when they leave; what was held stays
 * theirs.
 */
@Repository
class TalksOfMembers implements MemberRecords {
    private static final HandedRows MEANT =
            new HandedRows(
                    "talk_plan",
                    "member_id",
                    "NOT EXISTS (SELECT FROM talk_log l WHERE l.workspace_id = t.workspace_id AND l.plan_id = t.id)");

    private final JdbcClient jdbc;

    TalksOfMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                MEANT.name(),
                "talk_plan.deleted_by",
                "talk_finding.member_id",
                "talk_log.member_id",
                "talk_template.changed_by");
    }

    @Override
    public Map<String, List<UUID>> handOver(Viewer by, MemberId from, MemberId to) {
        return Map.of(MEANT.name(), MEANT.handOver(jdbc, by, from, to));
    }

    @Override
    public void giveBack(Viewer by, MemberId from, MemberId to, String column, List<UUID> rows) {
        if (column.equals(MEANT.name())) MEANT.giveBack(jdbc, by, from, to, rows);
    }
}
