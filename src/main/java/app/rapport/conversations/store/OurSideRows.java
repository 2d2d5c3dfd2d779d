package app.rapport.conversations.store;

import app.rapport.conversations.OurSide.Asked;
import app.rapport.conversations.OurSide.Us;
import app.rapport.conversations.OurSide.Wrote;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Members' mails with customers as times and sides: nobody's words. */
@Repository
public class OurSideRows {
    private static final int MOST = 100_000;

    /** An answer to what came longer ago is a new matter. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(60);

    /** From there on a mail asks for something. */
    private static final double ASKS = .7;

    private final JdbcClient jdbc;

    OurSideRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Asked> asked(
            Viewer viewer, Collection<MemberId> members, Us us, Instant from, Instant at) {
        return spanned(
                        viewer,
                        """
                        SELECT o.member_id, o.touch_id, o.at, p.person_id, done.at AS settled_at, done.id AS settled_by,
                               done.kind <> 'mail' OR done.from_key = ANY(:ours) OR split_part(done.from_key, '@', 2) = ANY(:domains) AS by_us,
                               NOT EXISTS (SELECT FROM touch_party e WHERE e.workspace_id = p.workspace_id AND e.person_id = p.person_id AND e.at < o.at) AS newcomer
                        FROM answer_owed o
                        JOIN touch t ON t.workspace_id = o.workspace_id AND t.id = o.touch_id
                        JOIN touch_party p ON p.workspace_id = o.workspace_id AND p.touch_id = o.touch_id AND p.role = 'from'
                        LEFT JOIN LATERAL (
                          (SELECT s.id, s.at, s.kind, s.from_key FROM touch s WHERE s.workspace_id = o.workspace_id AND s.id = o.settled_by AND s.at <= :at)
                          UNION ALL
                          (SELECT talk.id, talk.at, talk.kind, '' FROM touch_party later
                           JOIN touch talk ON talk.workspace_id = later.workspace_id AND talk.id = later.touch_id
                           WHERE later.workspace_id = p.workspace_id AND later.person_id = p.person_id AND later.at > o.at AND later.at <= :at
                             AND talk.kind IN ('call', 'meeting') AND talk.known_at <= :at
                             AND (NOT talk.private OR in_archive(talk.workspace_id, talk.id, :member))
                           ORDER BY later.at LIMIT 1)
                          ORDER BY at LIMIT 1) done ON true
                        WHERE o.workspace_id = :workspace AND o.member_id = ANY(:members) AND o.at > :from AND o.at <= :at
                          AND t.wants_answer >= :asks AND t.mail_kind = 'person' AND t.known_at <= :at
                          AND p.address_key <> ALL(:ours) AND split_part(p.address_key, '@', 2) <> ALL(:domains)
                          AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                        ORDER BY o.at DESC, o.touch_id LIMIT :most
                        """,
                        members,
                        us,
                        from,
                        at)
                .query((row, _) -> asked(row))
                .list();
    }

    private static Asked asked(ResultSet row) throws SQLException {
        Optional<Instant> settled =
                Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
        return new Asked(
                member(row),
                new TouchId(row.getObject("touch_id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                person(row),
                settled,
                Optional.ofNullable(row.getObject("settled_by", UUID.class)).map(TouchId::new),
                row.getBoolean("by_us"),
                row.getBoolean("newcomer"));
    }

    public List<Wrote> wrote(
            Viewer viewer, Collection<MemberId> members, Us us, Instant from, Instant at) {
        return spanned(
                        viewer,
                        """
                        WITH settled AS MATERIALIZED (
                            SELECT a.settled_by FROM answer_owed a
                            WHERE a.workspace_id = :workspace AND a.member_id = ANY(:members) AND a.at > :waited AND a.settled_at > :from AND a.settled_at <= :at)
                        SELECT o.member_id, t.id, t.at, outside.person_id, coalesce(t.wants_answer, 0) >= :asks AS wants,
                               t.id IN (SELECT settled_by FROM settled)
                               OR EXISTS (SELECT FROM touch b
                                       WHERE b.workspace_id = t.workspace_id AND b.thread_id = t.thread_id AND b.at < t.at AND b.is_touch
                                         AND b.from_key <> '' AND b.from_key <> ALL(:ours) AND split_part(b.from_key, '@', 2) <> ALL(:domains)
                                         AND (NOT b.private OR in_archive(b.workspace_id, b.id, :member))) AS answer
                        FROM touch_owner o
                        JOIN touch t ON t.workspace_id = o.workspace_id AND t.id = o.touch_id
                        JOIN unnest(:ours::text[], :whose::uuid[]) AS own (key, member) ON own.key = t.from_key AND own.member = o.member_id
                        CROSS JOIN LATERAL (
                          SELECT p.person_id FROM touch_party p
                          WHERE p.workspace_id = t.workspace_id AND p.touch_id = t.id AND p.role = 'to' AND p.address_key <> ''
                            AND p.address_key <> ALL(:ours) AND split_part(p.address_key, '@', 2) <> ALL(:domains)
                          ORDER BY p.position LIMIT 1) outside
                        WHERE o.workspace_id = :workspace AND o.member_id = ANY(:members) AND o.at > :from AND o.at <= :at
                          AND t.kind = 'mail' AND t.mail_kind = 'person' AND t.is_touch AND t.known_at <= :at
                          AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                        ORDER BY o.at DESC, o.touch_id LIMIT :most
                        """,
                        members,
                        us,
                        from,
                        at)
                .param("waited", from.minus(LONGEST_WAIT).atOffset(ZoneOffset.UTC))
                .param(
                        "whose",
                        us.addresses().values().stream().map(MemberId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        new Wrote(
                                member(row),
                                new TouchId(row.getObject("id", UUID.class)),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                person(row),
                                row.getBoolean("answer"),
                                row.getBoolean("wants")))
                .list();
    }

    private StatementSpec spanned(
            Viewer viewer,
            String sql,
            Collection<MemberId> members,
            Us us,
            Instant from,
            Instant at) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("members", members.stream().map(MemberId::value).toArray(UUID[]::new))
                .param("ours", us.addresses().keySet().toArray(String[]::new))
                .param("domains", us.domains().toArray(String[]::new))
                .param("asks", ASKS)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("most", MOST);
    }

    private static MemberId member(ResultSet row) throws SQLException {
        return new MemberId(row.getObject("member_id", UUID.class));
    }

    private static Optional<PersonId> person(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new);
    }
}
