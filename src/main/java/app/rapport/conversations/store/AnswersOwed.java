package app.rapport.conversations.store;

import app.rapport.conversations.answers.AnswerWalk;
import app.rapport.conversations.answers.Fading;
import app.rapport.conversations.answers.MailFact;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The derived table of mails that wait for their reader; always the same when rebuilt. */
@Repository
public class AnswersOwed {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AnswersOwed(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
    }

    /** Gives each of a member's mails in turn. */
    public interface Mails {
        void each(Consumer<MailFact> taker);
    }

    /**
     * Walks all of a member's mail and writes what came out in place of what was there; what is
     * held meanwhile does not grow with the number of mails that were settled.
     */
    public void rebuild(Viewer viewer, Mails mails) {
        jdbc.sql("DELETE FROM answer_owed WHERE workspace_id = :workspace AND member_id = :member")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .update();
        OwedRows rows = new OwedRows(viewer, batches);
        AnswerWalk walk = new AnswerWalk();
        mails.each(fact -> {
            AnswerWalk.Step step = walk.next(fact);
            step.settled().forEach(rows::settle);
            step.judged().filter(judged -> judged.strength() > 0).ifPresent(rows::add);
        });
        rows.flush();
    }

    /**
     * A mail that waits.
     *
     * @param sender address, lower case
     * @param strength when it came, 0 to 1
     * @param asks whether some sentence asks the member for something
     * @param words the writer's own new words
     * @param recipients everybody in To and Cc
     */
    public record Owed(
            TouchId touch,
            PersonId person,
            String name,
            String sender,
            Instant at,
            double strength,
            String reason,
            boolean asks,
            double wantsAnswer,
            int passageStart,
            int passageEnd,
            String words,
            int recipients) {}

    /**
     * What waited at that moment and had come after {@code from}: not settled, and not talked over
     * since.
     */
    public List<Owed> open(Viewer viewer, Instant from, Instant at) {
        return asked(viewer, OPEN + " ORDER BY o.at DESC", from, at)
                .query((row, _) -> owed(row))
                .list();
    }

    /** The same from one person, the newest few. */
    public List<Owed> openFrom(Viewer viewer, PersonId person, Instant from, Instant at) {
        return asked(viewer, OPEN + FROM_PERSON, from, at)
                .param("person", person.value())
                .query((row, _) -> owed(row))
                .list();
    }

    private static final String OPEN =
            """
            SELECT o.touch_id, p.person_id, p.name, t.from_key, o.at, o.strength, o.reason, o.asks, t.wants_answer, t.passage_start, t.passage_end,
                   t.reply_text, (SELECT count(*) FROM touch_party r WHERE r.workspace_id = o.workspace_id AND r.touch_id = o.touch_id AND r.role IN ('to', 'cc')) AS recipients
            FROM answer_owed o
            JOIN touch_owner mine ON mine.workspace_id = o.workspace_id AND mine.member_id = o.member_id AND mine.touch_id = o.touch_id
            JOIN touch t ON t.workspace_id = o.workspace_id AND t.id = o.touch_id
            JOIN touch_party p ON p.workspace_id = o.workspace_id AND p.touch_id = o.touch_id AND p.role = 'from' AND p.person_id IS NOT NULL
            WHERE o.workspace_id = :workspace AND o.member_id = :member
              AND o.at > :from AND o.at <= :at AND o.strength >= :least AND (o.settled_at IS NULL OR o.settled_at > :at)
              AND NOT EXISTS (
                SELECT FROM touch_party later
                JOIN touch talk ON talk.workspace_id = later.workspace_id AND talk.id = later.touch_id
                WHERE later.workspace_id = o.workspace_id AND later.person_id = p.person_id
                  AND later.at > o.at AND later.at <= :at AND talk.kind IN ('call', 'meeting') AND talk.known_at <= :at
                  AND (NOT talk.private OR in_archive(talk.workspace_id, talk.id, :member))
                  AND NOT EXISTS (SELECT FROM touch c
                                  WHERE c.workspace_id = talk.workspace_id AND c.corrects = talk.id AND c.known_at <= :at))
            """;

    /** The times stand on the person's part too, so that their own index leads there. */
    private static final String FROM_PERSON =
            " AND p.person_id = :person AND p.at > :from AND p.at <= :at ORDER BY o.at DESC LIMIT 12";

    private JdbcClient.StatementSpec asked(Viewer viewer, String sql, Instant from, Instant at) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("least", Fading.WORTH_SHOWING);
    }

    private static Owed owed(ResultSet row) throws SQLException {
        return new Owed(
                new TouchId(row.getObject("touch_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                row.getString("from_key"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getDouble("strength"),
                row.getString("reason"),
                row.getBoolean("asks"),
                row.getDouble("wants_answer"),
                row.getInt("passage_start"),
                row.getInt("passage_end"),
                row.getString("reply_text"),
                row.getInt("recipients"));
    }

    /**
     * The newest delivery failure of each address that a person still has, with nothing received
     * from it since.
     */
    public record Failed(
            TouchId touch, PersonId person, String address, Optional<String> status, Instant at) {}

    public List<Failed> failures(Viewer viewer, Instant from, Instant at) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT ON (b.recipient) b.touch_id, b.recipient, b.status, b.at, sent.person_id
                        FROM bounce b
                        JOIN touch_owner o ON o.workspace_id = b.workspace_id AND o.touch_id = b.touch_id AND o.member_id = :member
                        JOIN LATERAL (SELECT p.person_id FROM touch_party p
                              WHERE p.workspace_id = b.workspace_id AND p.address_key = b.recipient AND p.person_id IS NOT NULL LIMIT 1) sent ON true
                        WHERE b.workspace_id = :workspace AND b.at > :from AND b.at <= :at AND coalesce(b.status, '5') LIKE '5%'
                          AND NOT EXISTS (SELECT FROM touch_party later
                                          JOIN touch back ON back.workspace_id = later.workspace_id AND back.id = later.touch_id
                                          WHERE later.workspace_id = b.workspace_id AND later.address_key = b.recipient
                                            AND later.role = 'from' AND later.at > b.at AND later.at <= :at
                                            AND (NOT back.private OR in_archive(back.workspace_id, back.id, :member)))
                        ORDER BY b.recipient, b.at DESC
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Failed(
                                new TouchId(row.getObject("touch_id", UUID.class)),
                                new PersonId(row.getObject("person_id", UUID.class)),
                                row.getString("recipient"),
                                Optional.ofNullable(row.getString("status")),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
