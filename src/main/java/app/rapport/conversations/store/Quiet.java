package app.rapport.conversations.store;

import app.rapport.conversations.model.Sides;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Exchanges of a member with each person, for the rhythm. */
@Repository
public class Quiet {
    private static final Duration MEMORY = Duration.ofDays(3 * 365);

    private final JdbcClient jdbc;

    Quiet(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What passed between the member and one person.
     *
     * @param times of all exchanges, oldest first
     * @param fromThem how many they began or answered
     * @param lastTouch the newest
     * @param lastOurs whether the newest was ours
     */
    public record Exchanges(
            PersonId person,
            List<Instant> times,
            int fromThem,
            TouchId lastTouch,
            boolean lastOurs,
            Instant lastFromThem) {}

    /**
     * People with at least that many exchanges, as they stood at that moment; colleagues are left
     * out.
     */
    public List<Exchanges> exchanges(Viewer viewer, Sides sides, Instant at, int fewest) {
        Map<UUID, Builder> people = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT p.person_id, t.id, t.at, t.kind, t.from_key, t.direction
                        FROM touch_owner o
                        JOIN touch t ON t.workspace_id = o.workspace_id AND t.id = o.touch_id
                        JOIN touch_party p ON p.workspace_id = t.workspace_id AND p.touch_id = t.id AND p.role IN ('from', 'to', 'with')
                        WHERE o.workspace_id = :workspace AND o.member_id = :member AND o.at > :from AND o.at <= :at
                          AND t.is_touch AND t.known_at <= :at AND (t.mail_kind IS NULL OR t.mail_kind = 'person')
                          AND p.person_id IS NOT NULL
                          AND (p.role <> 'to' OR t.from_key = ANY(:mine) OR t.kind <> 'mail')
                          AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id AND c.known_at <= :at)
                        ORDER BY t.at, t.id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("from", at.minus(MEMORY).atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("mine", sides.mine().toArray(String[]::new))
                .query(row -> {
                    boolean mail = row.getString("kind").equals("mail");
                    boolean ours =
                            mail
                                    ? sides.isMine(row.getString("from_key"))
                                    : "out".equals(row.getString("direction"));
                    people.computeIfAbsent(
                                    row.getObject("person_id", UUID.class), _ -> new Builder())
                            .add(
                                    row.getObject("at", OffsetDateTime.class).toInstant(),
                                    new TouchId(row.getObject("id", UUID.class)),
                                    ours);
                });
        return people.entrySet().stream()
                .filter(entry -> entry.getValue().times.size() >= fewest)
                .map(entry -> entry.getValue().build(new PersonId(entry.getKey())))
                .toList();
    }

    private static final class Builder {
        private final List<Instant> times = new ArrayList<>();
        private int fromThem;
        private TouchId last = new TouchId(new UUID(0, 0));
        private boolean lastOurs;
        private Instant lastFromThem = Instant.EPOCH;

        void add(Instant at, TouchId touch, boolean ours) {
            times.add(at);
            last = touch;
            lastOurs = ours;
            if (ours) return;
            fromThem++;
            lastFromThem = at;
        }

        Exchanges build(PersonId person) {
            return new Exchanges(
                    person, List.copyOf(times), fromThem, last, lastOurs, lastFromThem);
        }
    }

    /**
     * A mail of the member's that wants an answer and has none, to one person, with how long they
     * usually take.
     */
    public record Asked(
            TouchId touch,
            PersonId person,
            Instant at,
            double wantsAnswer,
            int passageStart,
            int passageEnd) {}

    public List<Asked> asked(Viewer viewer, Sides sides, Instant from, Instant at) {
        return asked(viewer, sides, ASKED + " ORDER BY t.at DESC", from, at)
                .query((row, _) -> asked(row))
                .list();
    }

    /** The same to one person, the newest few. */
    public List<Asked> askedOf(
            Viewer viewer, Sides sides, PersonId person, Instant from, Instant at) {
        return asked(viewer, sides, ASKED + OF_PERSON, from, at)
                .param("person", person.value())
                .query((row, _) -> asked(row))
                .list();
    }

    private static final String ASKED =
            """
            SELECT t.id, p.person_id, t.at, t.wants_answer, t.passage_start, t.passage_end
            FROM touch_owner o
            JOIN touch t ON t.workspace_id = o.workspace_id AND t.id = o.touch_id
            JOIN touch_party p ON p.workspace_id = t.workspace_id AND p.touch_id = t.id AND p.role = 'to' AND p.person_id IS NOT NULL
            WHERE o.workspace_id = :workspace AND o.member_id = :member AND o.at > :from AND o.at <= :at
              AND t.kind = 'mail' AND t.is_touch AND t.from_key = ANY(:mine) AND t.wants_answer >= 0.7
              AND (SELECT count(*) FROM touch_party q WHERE q.workspace_id = t.workspace_id AND q.touch_id = t.id AND q.role = 'to') = 1
              AND NOT EXISTS (SELECT FROM touch_party back
                              WHERE back.workspace_id = t.workspace_id AND back.person_id = p.person_id
                                AND back.role IN ('from', 'with') AND back.at > t.at AND back.at <= :at
                                AND EXISTS (SELECT FROM touch talk
                                            WHERE talk.workspace_id = back.workspace_id AND talk.id = back.touch_id
                                              AND talk.known_at <= :at
                                              AND NOT EXISTS (SELECT FROM touch c
                                                              WHERE c.workspace_id = talk.workspace_id
                                                                AND c.corrects = talk.id AND c.known_at <= :at)))
              AND NOT EXISTS (SELECT FROM touch later
                              WHERE later.workspace_id = t.workspace_id AND later.thread_id = t.thread_id
                                AND later.is_touch AND later.at > t.at AND later.at <= :at AND later.known_at <= :at)
            """;
    private static final String OF_PERSON =
            " AND p.person_id = :person ORDER BY t.at DESC LIMIT 12";

    private JdbcClient.StatementSpec asked(
            Viewer viewer, Sides sides, String sql, Instant from, Instant at) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("mine", sides.mine().toArray(String[]::new));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                new TouchId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getDouble("wants_answer"),
                row.getInt("passage_start"),
                row.getInt("passage_end"));
    }
}
