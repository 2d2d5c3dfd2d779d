package app.rapport.conversations.store;

import app.rapport.conversations.answers.Fading;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts by member. Nothing here reads what a mail says. */
@Repository
public class ReportRows {
    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Mails that wait for a member's answer, by how long.
     *
     * @param byAge under a day, to three days, to a week, to four weeks, longer
     */
    public record Owed(MemberId member, List<Long> byAge, Instant oldest) {}

    /** As strongly as Today would show when they came, not settled, and not talked over since. */
    public List<Owed> owed(Viewer viewer, Instant from, Instant now) {
        return jdbc.sql(
                        """
                        SELECT o.member_id, min(o.at) AS oldest,
                               count(*) FILTER (WHERE o.at > :now - interval '1 day') AS day,
                               count(*) FILTER (WHERE o.at <= :now - interval '1 day' AND o.at > :now - interval '3 days') AS days,
                               count(*) FILTER (WHERE o.at <= :now - interval '3 days' AND o.at > :now - interval '7 days') AS week,
                               count(*) FILTER (WHERE o.at <= :now - interval '7 days' AND o.at > :now - interval '28 days') AS weeks,
                               count(*) FILTER (WHERE o.at <= :now - interval '28 days') AS longer
                        FROM answer_owed o
                        JOIN touch asked ON asked.workspace_id = o.workspace_id AND asked.id = o.touch_id AND NOT asked.private
                        WHERE o.workspace_id = :workspace AND o.at > :from AND o.at <= :now AND o.strength >= :least
                          AND (o.settled_at IS NULL OR o.settled_at > :now)
                          AND NOT EXISTS (
                            SELECT FROM touch_party p
                            JOIN touch_party later ON later.workspace_id = p.workspace_id AND later.person_id = p.person_id AND later.at > o.at AND later.at <= :now
                            JOIN touch talk ON talk.workspace_id = later.workspace_id AND talk.id = later.touch_id
                            WHERE p.workspace_id = o.workspace_id AND p.touch_id = o.touch_id AND p.role = 'from'
                              AND talk.kind IN ('call', 'meeting') AND talk.known_at <= :now)
                        GROUP BY o.member_id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("from", utc(from))
                .param("now", utc(now))
                .param("least", Fading.WORTH_SHOWING)
                .query((row, _) ->
                        new Owed(
                                new MemberId(row.getObject("member_id", UUID.class)),
                                List.of(
                                        row.getLong("day"),
                                        row.getLong("days"),
                                        row.getLong("week"),
                                        row.getLong("weeks"),
                                        row.getLong("longer")),
                                row.getObject("oldest", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * What a member wrote or logged in one week.
     *
     * @param week its Monday, in the viewer's zone
     */
    public record Activity(MemberId member, LocalDate week, long mails, long talks) {}

    /**
     * @param members by their addresses, lower case
     */
    public List<Activity> activity(
            Viewer viewer, Map<String, MemberId> members, Instant from, Instant now) {
        List<String> keys = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        members.forEach((key, member) -> {
            keys.add(key);
            ids.add(member.value());
        });
        return jdbc.sql(
                        """
                        SELECT member, date_trunc('week', at AT TIME ZONE :zone)::date AS week,
                               count(*) FILTER (WHERE mail) AS mails, count(*) FILTER (WHERE NOT mail) AS talks
                        FROM (SELECT coalesce(t.typed_by, a.member) AS member, t.at, t.kind = 'mail' AS mail
                              FROM touch t
                              LEFT JOIN unnest(:keys::text[], :ids::uuid[]) AS a (key, member) ON a.key = t.from_key AND t.kind = 'mail'
                              WHERE t.workspace_id = :workspace AND t.at > :from AND t.at <= :now AND t.is_touch AND NOT t.private
                                AND (t.mail_kind IS NULL OR t.mail_kind = 'person')
                                AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id)) done
                        WHERE member IS NOT NULL
                        GROUP BY 1, 2
                        """)
                .param("workspace", viewer.workspace().value())
                .param("zone", viewer.zone().getId())
                .param("keys", keys.toArray(String[]::new))
                .param("ids", ids.toArray(UUID[]::new))
                .param("from", utc(from))
                .param("now", utc(now))
                .query((row, _) ->
                        new Activity(
                                new MemberId(row.getObject("member", UUID.class)),
                                row.getObject("week", LocalDate.class),
                                row.getLong("mails"),
                                row.getLong("talks")))
                .list();
    }

    /**
     * How long a member's answers took.
     *
     * @param median hours
     * @param slow hours within which nine of ten went out
     */
    public record AnswerTimes(MemberId member, long answered, double median, double slow) {}

    /** Answers are mails of ours that settled one which waited as strongly as Today would show. */
    public List<AnswerTimes> answerTimes(
            Viewer viewer, List<String> ours, Instant from, Instant now) {
        return jdbc.sql(
                        """
                        SELECT o.member_id, count(*) AS answered,
                               percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM o.settled_at - o.at) / 3600) AS median,
                               percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM o.settled_at - o.at) / 3600) AS slow
                        FROM answer_owed o
                        JOIN touch s ON s.workspace_id = o.workspace_id AND s.id = o.settled_by AND s.kind = 'mail' AND s.from_key = ANY(:ours) AND NOT s.private
                        WHERE o.workspace_id = :workspace AND o.at > :from AND o.settled_at <= :now AND o.strength >= :least
                        GROUP BY o.member_id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("ours", ours.toArray(String[]::new))
                .param("from", utc(from))
                .param("now", utc(now))
                .param("least", Fading.WORTH_SHOWING)
                .query((row, _) ->
                        new AnswerTimes(
                                new MemberId(row.getObject("member_id", UUID.class)),
                                row.getLong("answered"),
                                row.getDouble("median"),
                                row.getDouble("slow")))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
