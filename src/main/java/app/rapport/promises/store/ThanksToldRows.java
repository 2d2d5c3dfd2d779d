package app.rapport.promises.store;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.promises.Thanking.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done for members in a span of time, and for what they said thank you. */
@Repository
public class ThanksToldRows {
    private static final int MOST = 2_000;

    private final JdbcClient jdbc;

    ThanksToldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Occasions with the first thanks after each, and thanks that belong to none. */
    public List<Told> told(Viewer viewer, Collection<MemberId> members, Instant from, Instant at) {
        return jdbc.sql(
                        """
                        WITH done AS MATERIALIZED (
                            SELECT f.member_id, f.touch_id AS subject, f.touch_id, p.person_id, f.at
                            FROM thanks_found f
                            JOIN touch t ON t.workspace_id = f.workspace_id AND t.id = f.touch_id
                            JOIN touch_party p ON p.workspace_id = f.workspace_id AND p.touch_id = f.touch_id AND p.role = 'from'
                            WHERE f.workspace_id = :workspace AND f.member_id = ANY(:members) AND f.at > :from AND f.at <= :at
                              AND p.person_id IS NOT NULL AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                            UNION ALL
                            SELECT v.member_id, v.id, NULL, v.person_id, v.at
                            FROM favour v
                            WHERE v.workspace_id = :workspace AND v.member_id = ANY(:members) AND v.at > :from AND v.at <= :at
                              AND (v.taken_back_at IS NULL OR v.taken_back_at > :at)
                        ), given AS MATERIALIZED (
                            SELECT g.member_id, g.touch_id, p.person_id, g.at
                            FROM thanks_given g
                            JOIN touch t ON t.workspace_id = g.workspace_id AND t.id = g.touch_id
                            JOIN touch_party p ON p.workspace_id = g.workspace_id AND p.touch_id = g.touch_id AND p.role IN ('to', 'cc')
                            WHERE g.workspace_id = :workspace AND g.member_id = ANY(:members) AND g.at > :from AND g.at <= :at
                              AND p.person_id IS NOT NULL AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                        ), answered AS MATERIALIZED (
                            SELECT d.member_id, d.subject, d.touch_id, d.person_id, d.at, thanks.touch_id AS thanks_touch, thanks.at AS thanked_at
                            FROM done d
                            LEFT JOIN LATERAL (
                                (SELECT g.touch_id, g.at FROM given g WHERE g.member_id = d.member_id AND g.person_id = d.person_id AND g.at > d.at)
                                UNION ALL
                                (SELECT NULL, s.at FROM thanks_settled s
                                 WHERE s.workspace_id = :workspace AND s.subject_id = d.subject AND s.person_id = d.person_id AND s.how = 'thanked'
                                   AND s.at <= :at AND (s.taken_back_at IS NULL OR s.taken_back_at > :at))
                                ORDER BY at LIMIT 1) thanks ON true
                            WHERE NOT EXISTS (SELECT FROM thanks_settled s
                                              WHERE s.workspace_id = :workspace AND s.subject_id = d.subject AND s.person_id = d.person_id AND s.how = 'let_go'
                                                AND s.at <= :at AND (s.taken_back_at IS NULL OR s.taken_back_at > :at))
                        )
                        SELECT a.member_id, a.person_id, true AS owed, coalesce(a.thanks_touch, a.touch_id) AS touch_id, a.at, a.thanked_at
                        FROM answered a
                        UNION ALL
                        SELECT DISTINCT ON (g.member_id, g.touch_id) g.member_id, g.person_id, false, g.touch_id, g.at, g.at
                        FROM given g
                        WHERE NOT EXISTS (SELECT FROM answered a WHERE a.member_id = g.member_id AND a.thanks_touch = g.touch_id)
                        ORDER BY at DESC LIMIT :most
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("members", members.stream().map(MemberId::value).toArray(UUID[]::new))
                .param("from", PromiseRows.utc(from))
                .param("at", PromiseRows.utc(at))
                .param("most", MOST)
                .query((row, _) -> told(row))
                .list();
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                new MemberId(row.getObject("member_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getBoolean("owed"),
                Optional.ofNullable(row.getObject("touch_id", UUID.class)).map(TouchId::new),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("thanked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
