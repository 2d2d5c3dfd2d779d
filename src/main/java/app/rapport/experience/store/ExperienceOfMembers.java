package app.rapport.experience.store;

import app.rapport.database.HandedRows;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.MemberRecords;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who said or asked something stays named; answers to come and orders are handed over. */
@Repository
class ExperienceOfMembers implements MemberRecords {
    private static final Set<String> TOLD =
            Set.of(
                    "experience_mark.member_id",
                    "experience_correction.member_id",
                    "survey_moment.member_id",
                    "feedback_change.member_id",
                    "touch_point.member_id",
                    "touch_point_walk.member_id",
                    "account_need.member_id",
                    "survey_rule.member_id");

    /** What somebody looks after. */
    private static final List<HandedRows> KEPT =
            List.of(
                    new HandedRows("survey_ask", "member_id"),
                    new HandedRows("survey_answer", "member_id"),
                    new HandedRows("survey_order", "member_id"));

    private final JdbcClient jdbc;

    ExperienceOfMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Stream.concat(TOLD.stream(), KEPT.stream().map(HandedRows::name))
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, List<UUID>> handOver(Viewer by, MemberId from, MemberId to) {
        return KEPT.stream()
                .collect(
                        Collectors.toMap(
                                HandedRows::name, rows -> rows.handOver(jdbc, by, from, to)));
    }

    @Override
    public void giveBack(Viewer by, MemberId from, MemberId to, String column, List<UUID> rows) {
        for (HandedRows kept : KEPT)
            if (column.equals(kept.name())) kept.giveBack(jdbc, by, from, to, rows);
    }
}
