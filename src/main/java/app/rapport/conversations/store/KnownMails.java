package app.rapport.conversations.store;

import app.rapport.conversations.mail.ReadMail;
import app.rapport.conversations.model.Known;
import app.rapport.conversations.model.ParsedMail;
import app.rapport.conversations.model.ThreadFinder;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what is stored already of mails that come in, and the threads they may join. */
@Repository
public class KnownMails {
    private final JdbcClient jdbc;

    KnownMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What of these mails is stored already. */
    public Known known(Viewer viewer, List<ParsedMail> mails) {
        Known known = new Known();
        jdbc.sql(
                        "SELECT substance, id FROM touch WHERE workspace_id = :workspace AND substance = ANY(:substances)")
                .param("workspace", viewer.workspace().value())
                .param(
                        "substances",
                        mails.stream().map(mail -> mail.mail().substance()).toArray(byte[][]::new))
                .query(row -> {
                    known.addSubstance(
                            row.getBytes("substance"),
                            new TouchId(row.getObject("id", UUID.class)));
                });
        jdbc.sql(
                        """
                        SELECT m.message_id, t.id, t.from_key, t.at, t.subject_key, t.words
                        FROM message_id m
                        JOIN touch t ON t.workspace_id = m.workspace_id AND t.id = m.touch_id
                        WHERE m.workspace_id = :workspace AND m.message_id = ANY(:ids)
                        """)
                .param("workspace", viewer.workspace().value())
                .param(
                        "ids",
                        mails.stream()
                                .flatMap(mail -> mail.mail().messageId().stream())
                                .toArray(String[]::new))
                .query(row -> {
                    OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
                    known.addMessageId(
                            row.getString("message_id"),
                            new Known.Seen(
                                    new TouchId(row.getObject("id", UUID.class)),
                                    row.getString("from_key"),
                                    at == null ? 0 : at.toEpochSecond(),
                                    row.getString("subject_key"),
                                    row.getString("words")));
                });
        return known;
    }

    /** Threads that these mails name, and mails under their subjects. */
    public ThreadFinder threadsAround(Viewer viewer, List<ParsedMail> mails) {
        ThreadFinder threads = new ThreadFinder();
        Set<String> ids = new HashSet<>();
        List<ReadMail> looking = new ArrayList<>();
        for (ParsedMail parsed : mails) {
            parsed.mail().messageId().ifPresent(ids::add);
            ids.addAll(parsed.mail().references());
            if (ThreadFinder.looksBySubject(parsed.mail())) looking.add(parsed.mail());
        }
        jdbc.sql(
                        """
                        SELECT m.message_id, t.thread_id FROM message_id m
                        JOIN touch t ON t.workspace_id = m.workspace_id AND t.id = m.touch_id
                        WHERE m.workspace_id = :workspace AND m.message_id = ANY(:ids)
                        UNION ALL
                        SELECT message_id, thread_id FROM thread_reference
                        WHERE workspace_id = :workspace AND message_id = ANY(:ids)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("ids", ids.toArray(String[]::new))
                .query(row -> {
                    threads.addMessage(
                            row.getString("message_id"), row.getObject("thread_id", UUID.class));
                });
        addSubjects(viewer, looking, threads);
        return threads;
    }

    /** Mails under these subjects, no further from those that come in than a subject joins. */
    private void addSubjects(Viewer viewer, List<ReadMail> looking, ThreadFinder threads) {
        if (looking.isEmpty()) return;
        Map<String, Instant> first = new HashMap<>();
        Map<String, Instant> last = new HashMap<>();
        for (ReadMail mail : looking) {
            Instant at = mail.date().orElseThrow();
            first.merge(mail.subjectKey(), at, (a, b) -> a.isBefore(b) ? a : b);
            last.merge(mail.subjectKey(), at, (a, b) -> a.isAfter(b) ? a : b);
        }
        String[] subjects = first.keySet().toArray(String[]::new);
        jdbc.sql(
                        """
                        SELECT t.thread_id, t.at, t.subject, t.subject_key,
                               (SELECT array_agg(p.address_key) FROM touch_party p
                                WHERE p.workspace_id = t.workspace_id AND p.touch_id = t.id) AS people
                        FROM unnest(:subjects::text[], :firsts::text[]::timestamptz[], :lasts::text[]::timestamptz[]) AS s (key, first, last)
                        JOIN touch t ON t.workspace_id = :workspace AND t.subject_key = s.key AND t.at BETWEEN s.first AND s.last
                        WHERE t.kind = 'mail' AND t.subject_key <> ''
                        LIMIT 20000
                        """)
                .param("workspace", viewer.workspace().value())
                .param("subjects", subjects)
                .param("firsts", times(subjects, first, ThreadFinder.APART.negated()))
                .param("lasts", times(subjects, last, ThreadFinder.APART))
                .query(row -> {
                    var people = row.getArray("people");
                    threads.addSubject(
                            row.getString("subject_key"),
                            new ThreadFinder.Mention(
                                    row.getObject("thread_id", UUID.class),
                                    row.getObject("at", OffsetDateTime.class).toInstant(),
                                    people == null
                                            ? Set.of()
                                            : new HashSet<>(
                                                    Arrays.asList((String[]) people.getArray())),
                                    ThreadFinder.isReply(
                                            row.getString("subject"),
                                            row.getString("subject_key"))));
                });
    }

    private static String[] times(String[] keys, Map<String, Instant> of, Duration moved) {
        return Arrays.stream(keys)
                .map(key -> Objects.requireNonNull(of.get(key)).plus(moved).toString())
                .toArray(String[]::new);
    }
}
