package app.rapport.promises.store;

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

/** What a member still has to keep, or waits for, somebody else looks after when they leave. */
@Repository
class PromisesOfMembers implements MemberRecords {
    private static final HandedRows KEPT =
            new HandedRows("promise", "member_id", "t.settled_at IS NULL");

    private final JdbcClient jdbc;

    PromisesOfMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                KEPT.name(),
                "promise.made_by",
                "promise_step.member_id",
                "promise_step.to_member_id",
                "promise_wording.member_id",
                "trust_deed.member_id",
                "thanks_found.member_id",
                "thanks_given.member_id",
                "thanks_read.member_id",
                "thanks_settled.member_id",
                "favour.member_id",
                "no_promise.member_id");
    }

    @Override
    public Map<String, List<UUID>> handOver(Viewer by, MemberId from, MemberId to) {
        return Map.of(KEPT.name(), KEPT.handOver(jdbc, by, from, to));
    }

    @Override
    public void giveBack(Viewer by, MemberId from, MemberId to, String column, List<UUID> rows) {
        if (column.equals(KEPT.name())) KEPT.giveBack(jdbc, by, from, to, rows);
    }
}
