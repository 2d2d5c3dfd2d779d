package app.rapport.experience.store;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.MemberRecords;
import app.rapport.kernel.Viewer;
import java.util.HashMap;
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

    /** Tables whose rows somebody looks after. */
    private static final Set<String> KEPT = Set.of("survey_ask", "survey_answer", "survey_order");

    private final JdbcClient jdbc;

    ExperienceOfMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Stream.concat(TOLD.stream(), KEPT.stream().map(ExperienceOfMembers::column))
                .collect(Collectors.toSet());
    }

    private static String column(String table) {
        return table + ".member_id";
    }

    @Override
    public Map<String, List<UUID>> handOver(Viewer by, MemberId from, MemberId to) {
        Map<String, List<UUID>> rows = new HashMap<>();
        for (String table : KEPT)
            rows.put(
                    column(table),
                    jdbc.sql(
                                    "UPDATE %s SET member_id = :to WHERE workspace_id = :workspace AND member_id = :from RETURNING id"
                                            .formatted(table))
                            .param("workspace", by.workspace().value())
                            .param("from", from.value())
                            .param("to", to.value())
                            .query(UUID.class)
                            .list());
        return rows;
    }

    @Override
    public void giveBack(Viewer by, MemberId from, MemberId to, String column, List<UUID> rows) {
        for (String table : KEPT)
            if (column.equals(column(table)))
                jdbc.sql(
                                "UPDATE %s SET member_id = :from WHERE workspace_id = :workspace AND member_id = :to AND id = ANY(:rows)"
                                        .formatted(table))
                        .param("workspace", by.workspace().value())
                        .param("from", from.value())
                        .param("to", to.value())
                        .param("rows", rows.toArray(UUID[]::new))
                        .update();
    }
}
