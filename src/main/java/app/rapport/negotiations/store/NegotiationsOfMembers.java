package app.rapport.negotiations.store;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.MemberRecords;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** On whose teams somebody was, whoever takes over is. */
@Repository
class NegotiationsOfMembers implements MemberRecords {
    private static final String TEAM = "negotiation_member.member_id";

    private final JdbcClient jdbc;

    NegotiationsOfMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                TEAM,
                "negotiation.created_by",
                "negotiation.opened_by",
                "negotiation.aim_defended_by",
                "negotiation.aim_heard_by",
                "negotiation.all_issues_by",
                "negotiation.price_override_by",
                "negotiation_tick.member_id",
                "negotiation_version.member_id",
                "negotiation_saved.member_id",
                "negotiation_offer.member_id",
                "negotiation_offer.below_seen_by",
                "negotiation_caution.member_id",
                "negotiation_caution.answered_by",
                "negotiation_table.ended_by",
                "negotiation_deadlock.changed_by");
    }

    @Override
    public Map<String, List<UUID>> handOver(Viewer by, MemberId from, MemberId to) {
        List<UUID> taken =
                jdbc.sql(
                                """
                                INSERT INTO negotiation_member (workspace_id, negotiation_id, member_id, added_at)
                                SELECT workspace_id, negotiation_id, :to, added_at FROM negotiation_member
                                WHERE workspace_id = :workspace AND member_id = :from
                                ON CONFLICT DO NOTHING RETURNING negotiation_id
                                """)
                        .param("workspace", by.workspace().value())
                        .param("from", from.value())
                        .param("to", to.value())
                        .query(UUID.class)
                        .list();
        return Map.of(TEAM, taken);
    }

    /** Who comes back was never taken off a team; who stood in leaves it again. */
    @Override
    public void giveBack(Viewer by, MemberId from, MemberId to, String column, List<UUID> rows) {
        if (!column.equals(TEAM)) return;
        jdbc.sql(
                        """
                        DELETE FROM negotiation_member
                        WHERE workspace_id = :workspace AND member_id = :to AND negotiation_id = ANY(:rows)
                        """)
                .param("workspace", by.workspace().value())
                .param("to", to.value())
                .param("rows", rows.toArray(UUID[]::new))
                .update();
    }
}
