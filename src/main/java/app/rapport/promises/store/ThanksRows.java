package app.rapport.promises.store;

import app.rapport.kernel.Evidence;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.ThanksOwed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Thanks that a member owes at a moment: what was done for them lately, less what they were
 * thankful for since, in a mail or a logged touch, and what they said themselves.
 */
@Repository
public class ThanksRows {
    /** After that a thank-you says more of how late it is. */
    private static final Duration FADES = Duration.ofDays(21);

    private static final Duration MEETINGS_FADE = Duration.ofDays(7);

    /** A meeting with somebody one meets every month is no occasion. */
    private static final Duration SELDOM = Duration.ofDays(30);

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    ThanksRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String DONE_FOR_US =
            """
            WITH done AS MATERIALIZED (
                SELECT f.kind, f.touch_id AS subject, p.person_id, f.touch_id, f.passage_start, f.passage_end, '' AS words, f.at
                FROM thanks_found f
                JOIN touch_owner o ON o.workspace_id = f.workspace_id AND o.member_id = f.member_id AND o.touch_id = f.touch_id
                JOIN touch_party p ON p.workspace_id = f.workspace_id AND p.touch_id = f.touch_id AND p.role = 'from'
                WHERE f.workspace_id = :workspace AND f.member_id = :member AND f.at > :from AND f.at <= :at
                UNION ALL
                SELECT 'meeting', o.touch_id, p.person_id, o.touch_id, 0, 0, '', o.at
                FROM touch_owner o
                JOIN touch t ON t.workspace_id = o.workspace_id AND t.id = o.touch_id
                JOIN touch_party p ON p.workspace_id = o.workspace_id AND p.touch_id = o.touch_id
                WHERE o.workspace_id = :workspace AND o.member_id = :member AND o.spoken AND o.at > :meetingsFrom AND o.at <= :at
                  AND t.kind = 'meeting' AND t.is_touch AND t.known_at <= :at
                  AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id AND c.known_at <= :at)
                  AND NOT EXISTS (SELECT FROM touch_party e
                                  JOIN touch m ON m.workspace_id = e.workspace_id AND m.id = e.touch_id
                                  WHERE e.workspace_id = p.workspace_id AND e.person_id = p.person_id AND e.at < o.at AND e.at > o.at - :seldom::interval
                                    AND m.kind = 'meeting' AND (NOT m.private OR in_archive(m.workspace_id, m.id, :member)))
                UNION ALL
                SELECT v.kind, v.id, v.person_id, NULL, 0, 0, v.words, v.at
                FROM favour v
                WHERE v.workspace_id = :workspace AND v.member_id = :member AND v.at > :from AND v.at <= :at
                  AND (v.taken_back_at IS NULL OR v.taken_back_at > :at)
            ), given AS MATERIALIZED (
                SELECT p.person_id, g.at
                FROM thanks_given g
                JOIN touch_owner o ON o.workspace_id = g.workspace_id AND o.member_id = g.member_id AND o.touch_id = g.touch_id
                JOIN touch_party p ON p.workspace_id = g.workspace_id AND p.touch_id = g.touch_id AND p.role IN ('to', 'cc')
                WHERE g.workspace_id = :workspace AND g.member_id = :member AND g.at > :from AND g.at <= :at
                UNION ALL
                SELECT p.person_id, o.at
                FROM touch_owner o
                JOIN touch t ON t.workspace_id = o.workspace_id AND t.id = o.touch_id
                JOIN touch_party p ON p.workspace_id = o.workspace_id AND p.touch_id = o.touch_id
                WHERE o.workspace_id = :workspace AND o.member_id = :member AND o.spoken AND o.at > :from AND o.at <= :at
                  AND t.is_touch AND t.direction IS DISTINCT FROM 'in' AND t.known_at <= :at AND t.reply_text ~* :thanks
                  AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id AND c.known_at <= :at)
            )
            """;

    private static final String NOT_THANKED =
            """
            SELECT d.kind, d.subject, d.person_id, d.touch_id, d.passage_start, d.passage_end, d.words, d.at
            FROM done d
            JOIN contact c ON c.workspace_id = :workspace AND c.id = d.person_id AND c.deleted_at IS NULL
            WHERE NOT EXISTS (SELECT FROM thanks_settled s
                              WHERE s.workspace_id = :workspace AND s.subject_id = d.subject AND s.person_id = d.person_id AND s.at <= :at
                                AND (s.taken_back_at IS NULL OR s.taken_back_at > :at))
              AND NOT EXISTS (SELECT FROM given g WHERE g.person_id = d.person_id AND g.at > d.at)
            """;

    /** The same as {@code Gratitude.thanks}, in the words of PostgreSQL. */
    static final String THANKS =
            "\\m(thank you|thanks|thank)( you)?,? (so much|very much|a lot|again|ever so|for|to you|once more)\\M"
                    + "|\\mmany thanks for\\M|\\mgrateful\\M|\\mi (really |very much )?appreciate\\M"
                    + "|\\m(great|good|nice|lovely|a pleasure) (meeting|to meet|seeing|to see|talking|to talk|speaking) (with |to )?you\\M"
                    + "|\\m(vielen|herzlichen|besten) dank f";

    public List<ThanksOwed> owed(Viewer viewer, Instant at) {
        return asked(viewer, at, "").query((row, _) -> owed(row)).list();
    }

    public List<ThanksOwed> owedTo(Viewer viewer, PersonId person, Instant at) {
        return asked(viewer, at, " AND d.person_id = :person")
                .param("person", person.value())
                .query((row, _) -> owed(row))
                .list();
    }

    private StatementSpec asked(Viewer viewer, Instant at, String whom) {
        return jdbc.sql(DONE_FOR_US + NOT_THANKED + whom + " ORDER BY d.at DESC LIMIT " + MOST)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("from", PromiseRows.utc(at.minus(FADES)))
                .param("meetingsFrom", PromiseRows.utc(at.minus(MEETINGS_FADE)))
                .param("seldom", SELDOM.toDays() + " days")
                .param("at", PromiseRows.utc(at))
                .param("thanks", THANKS);
    }

    private static ThanksOwed owed(ResultSet row) throws SQLException {
        UUID touch = row.getObject("touch_id", UUID.class);
        return new ThanksOwed(
                ThanksOwed.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("subject", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                touch == null
                        ? Optional.empty()
                        : Optional.of(
                                new Evidence(
                                        new TouchId(touch),
                                        row.getInt("passage_start"),
                                        row.getInt("passage_end"))),
                row.getString("words"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    public void addFavour(
            Viewer viewer,
            PersonId person,
            UUID id,
            ThanksOwed.Kind kind,
            String words,
            Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO favour (workspace_id, id, person_id, member_id, kind, words, at)
                        VALUES (:workspace, :id, :person, :member, :kind, :words, :at)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .param("person", person.value())
                .param("member", viewer.member().value())
                .param("kind", kind.key())
                .param("words", words)
                .param("at", PromiseRows.utc(at))
                .update();
    }

    public boolean takeFavourBack(Viewer viewer, PersonId person, UUID id, Instant at) {
        return jdbc.sql(
                                """
                                UPDATE favour SET taken_back_at = :at
                                WHERE workspace_id = :workspace AND id = :id AND person_id = :person AND taken_back_at IS NULL
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("id", id)
                        .param("person", person.value())
                        .param("at", PromiseRows.utc(at))
                        .update()
                == 1;
    }

    public void settle(
            Viewer viewer, PersonId person, UUID id, UUID subject, boolean thanked, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO thanks_settled (workspace_id, id, member_id, subject_id, person_id, how, at)
                        VALUES (:workspace, :id, :member, :subject, :person, :how, :at)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .param("member", viewer.member().value())
                .param("subject", subject)
                .param("person", person.value())
                .param("how", thanked ? "thanked" : "let_go")
                .param("at", PromiseRows.utc(at))
                .update();
    }

    public boolean takeBack(Viewer viewer, PersonId person, UUID id, Instant at) {
        return jdbc.sql(
                                """
                                UPDATE thanks_settled SET taken_back_at = :at
                                WHERE workspace_id = :workspace AND id = :id AND person_id = :person AND taken_back_at IS NULL
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("id", id)
                        .param("person", person.value())
                        .param("at", PromiseRows.utc(at))
                        .update()
                == 1;
    }
}
