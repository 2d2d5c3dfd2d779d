package app.rapport.conversations.store;

import app.rapport.conversations.model.Sides;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions of a member that stay without an answer. */
@Repository
public class Quiet {
    private final JdbcClient jdbc;

    Quiet(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
            WHERE o.workspace_id = :workspace AND o.member_id = :member AND t.at > :from AND t.at <= :at
              AND t.kind = 'mail' AND t.is_touch AND t.from_key = ANY(:mine) AND t.wants_answer >= 0.7
              AND (SELECT count(*) FROM touch_party q WHERE q.workspace_id = t.workspace_id AND q.touch_id = t.id AND q.role = 'to') = 1
              AND NOT EXISTS (SELECT FROM touch_party back
                              WHERE back.workspace_id = t.workspace_id AND back.person_id = p.person_id
                                AND back.role IN ('from', 'with') AND back.at > t.at AND back.at <= :at
                                AND EXISTS (SELECT FROM touch talk
                                            WHERE talk.workspace_id = back.workspace_id AND talk.id = back.touch_id
                                              AND talk.known_at <= :at
                                              AND (NOT talk.private OR in_archive(talk.workspace_id, talk.id, :member))
                                              AND NOT EXISTS (SELECT FROM touch c
                                                              WHERE c.workspace_id = talk.workspace_id
                                                                AND c.corrects = talk.id AND c.known_at <= :at)))
              AND NOT EXISTS (SELECT FROM touch later
                              WHERE later.workspace_id = t.workspace_id AND later.thread_id = t.thread_id
                                AND later.is_touch AND later.at > t.at AND later.at <= :at AND later.known_at <= :at
                                AND (NOT later.private OR in_archive(later.workspace_id, later.id, :member)))
            """;

    /** The times stand on the person's part too, so that their own index leads there. */
    private static final String OF_PERSON =
            " AND p.person_id = :person AND p.at > :from AND p.at <= :at ORDER BY t.at DESC LIMIT 12";

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
