package app.rapport.conversations.store;

import app.rapport.conversations.answers.AnswerWalk;
import app.rapport.conversations.answers.MailFact;
import app.rapport.conversations.answers.WordFacts;
import app.rapport.conversations.model.Sides;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A member's dated mail in the order of time, as the judgement reads it. */
@Repository
public class MailFacts {
    private static final Set<String> MACHINE = Set.of("bounce", "auto-reply", "bulk", "list");

    /**
     * By a cursor, where there is a transaction: the texts of an archive are larger than memory.
     */
    private static final int FETCH = 1_000;

    private final JdbcClient jdbc;

    MailFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gives each mail in turn. The words are cut in the database where the judgement stops reading.
     */
    public void each(Viewer viewer, Sides sides, WordFacts words, Consumer<MailFact> taker) {
        jdbc.sql(
                        """
                        SELECT t.id, t.thread_id, t.at, t.from_key, t.subject, t.subject_key, t.mail_kind, t.wants_answer, t.passage_start, t.passage_end,
                               left(t.reply_text, greatest(:read, t.passage_end)) AS words,
                               array_agg(p.address_key ORDER BY p.position) FILTER (WHERE p.role = 'to') AS tos,
                               array_agg(p.address_key ORDER BY p.position) FILTER (WHERE p.role IN ('cc', 'bcc')) AS ccs
                        FROM touch_owner o
                        JOIN touch t ON t.workspace_id = o.workspace_id AND t.id = o.touch_id
                        JOIN touch_party p ON p.workspace_id = t.workspace_id AND p.touch_id = t.id
                        WHERE o.workspace_id = :workspace AND o.member_id = :member AND t.kind = 'mail' AND t.is_touch AND t.at IS NOT NULL
                        GROUP BY t.workspace_id, t.id
                        ORDER BY t.at, t.id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("read", WordFacts.READ)
                .withFetchSize(FETCH)
                .query(row -> {
                    taker.accept(fact(row, sides, words));
                });
    }

    private static MailFact fact(ResultSet row, Sides sides, WordFacts words) throws SQLException {
        String from = row.getString("from_key");
        boolean own = sides.isMine(from);
        return new MailFact(
                new TouchId(row.getObject("id", UUID.class)),
                row.getObject("thread_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                from,
                addresses(row.getArray("tos"), sides),
                addresses(row.getArray("ccs"), sides),
                row.getString("subject"),
                row.getString("subject_key"),
                own,
                !own && sides.isOurs(from),
                MACHINE.contains(row.getString("mail_kind")),
                words.read(
                        row.getString("words"),
                        row.getDouble("wants_answer"),
                        row.getInt("passage_start"),
                        row.getInt("passage_end")));
    }

    private static List<String> addresses(
            @org.jspecify.annotations.Nullable Array array, Sides sides) throws SQLException {
        if (array == null) return List.of();
        return Arrays.stream((String[]) array.getArray())
                .map(key -> sides.isMine(key) ? AnswerWalk.ME : key)
                .distinct()
                .toList();
    }

    /** Every Message-ID of each of the member's mails. */
    public Map<TouchId, List<String>> messageIds(Viewer viewer) {
        Map<TouchId, List<String>> ids =
                new TreeMap<>(java.util.Comparator.comparing(TouchId::value));
        jdbc.sql(
                        """
                        SELECT m.touch_id, m.message_id FROM touch_owner o
                        JOIN message_id m ON m.workspace_id = o.workspace_id AND m.touch_id = o.touch_id
                        WHERE o.workspace_id = :workspace AND o.member_id = :member
                        ORDER BY m.touch_id, m.message_id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .query(row -> {
                    ids.computeIfAbsent(
                                    new TouchId(row.getObject("touch_id", UUID.class)),
                                    _ -> new ArrayList<>())
                            .add(row.getString("message_id"));
                });
        return ids;
    }
}
