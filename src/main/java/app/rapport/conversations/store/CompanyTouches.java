package app.rapport.conversations.store;

import app.rapport.conversations.model.Beat;
import app.rapport.conversations.model.Sides;
import app.rapport.kernel.LastTalk.Talk;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Touches of many people at once, such as all of a company. Each statement looks up a few index
 * entries for each person rather than sorting all that they ever wrote.
 */
@Repository
public class CompanyTouches {
    private final JdbcClient jdbc;

    CompanyTouches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When each of them last talked to us and we to them; absent = never. */
    public Map<PersonId, Talk> last(
            Viewer viewer, Sides sides, Collection<PersonId> people, Instant at) {
        Map<PersonId, Talk> talks = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT person, theirs.at AS theirs, ours.at AS ours
                        FROM unnest(:people::uuid[]) person
                        LEFT JOIN LATERAL (
                          SELECT p.at FROM touch_party p
                          JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
                          WHERE p.workspace_id = :workspace AND p.person_id = person AND p.at <= :at
                            AND t.is_touch AND t.known_at <= :at
                            AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id AND c.known_at <= :at)
                            AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                            AND (p.role = 'from' OR p.role = 'with' AND t.direction IS DISTINCT FROM 'out')
                          ORDER BY p.at DESC LIMIT 1) theirs ON true
                        LEFT JOIN LATERAL (
                          SELECT p.at FROM touch_party p
                          JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
                          WHERE p.workspace_id = :workspace AND p.person_id = person AND p.at <= :at
                            AND t.is_touch AND t.known_at <= :at
                            AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id AND c.known_at <= :at)
                            AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                            AND (p.role = 'to' AND (t.kind <> 'mail' OR t.from_key = ANY(:own) OR split_part(t.from_key, '@', 2) = ANY(:domains))
                                 OR p.role = 'with' AND t.direction IS DISTINCT FROM 'in')
                          ORDER BY p.at DESC LIMIT 1) ours ON true
                        WHERE theirs.at IS NOT NULL OR ours.at IS NOT NULL
                        """)
                .param("people", ids(people))
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param(
                        "own",
                        Stream.concat(sides.mine().stream(), sides.colleagues().stream())
                                .toArray(String[]::new))
                .param("domains", sides.domains().toArray(String[]::new))
                .query(row -> {
                    talks.put(
                            new PersonId(row.getObject("person", UUID.class)),
                            new Talk(moment(row, "theirs"), moment(row, "ours")));
                });
        return talks;
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** The newest touches with any of them, newest first; corrected ones left out. */
    public List<TouchId> newest(Viewer viewer, Collection<PersonId> people, Instant at, int limit) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT recent.touch_id, recent.at
                        FROM unnest(:people::uuid[]) person
                        CROSS JOIN LATERAL (
                          SELECT p.touch_id, p.at FROM touch_party p
                          JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
                          WHERE p.workspace_id = :workspace AND p.person_id = person AND p.at <= :at
                            AND p.role IN ('from', 'to', 'with') AND t.is_touch AND t.known_at <= :at
                            AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id AND c.known_at <= :at)
                            AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                          ORDER BY p.at DESC, p.touch_id DESC LIMIT :limit) recent
                        ORDER BY recent.at DESC, recent.touch_id DESC
                        LIMIT :limit
                        """)
                .param("people", ids(people))
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new TouchId(row.getObject("touch_id", UUID.class)))
                .list();
    }

    /** The exchanges with any of them in a span of time, oldest first; one touch counts once. */
    public List<Beat> beats(
            Viewer viewer, Sides sides, Collection<PersonId> people, Instant from, Instant to) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT p.at, t.kind, t.from_key, t.direction, p.touch_id
                        FROM touch_party p
                        JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
                        WHERE p.workspace_id = :workspace AND p.person_id = ANY(:people)
                          AND p.at > :from AND p.at <= :to
                          AND p.role IN ('from', 'to', 'with') AND t.is_touch AND t.known_at <= :to
                          AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id AND c.known_at <= :to)
                          AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                          AND (t.mail_kind IS NULL OR t.mail_kind IN ('person', 'calendar'))
                        ORDER BY p.at
                        LIMIT 5000
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("people", ids(people))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Beat(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("kind").equals("mail")
                                        ? sides.isOurs(row.getString("from_key"))
                                        : !"in".equals(row.getString("direction")),
                                !row.getString("kind").equals("mail")))
                .list();
    }
}
