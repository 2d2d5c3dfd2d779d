package app.rapport.conversations.store;

import app.rapport.conversations.mail.Bounced;
import app.rapport.conversations.mail.ReadMail;
import app.rapport.conversations.model.Known;
import app.rapport.conversations.model.ParsedMail;
import app.rapport.conversations.model.ThreadFinder;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores mails in batches: a handful of statements whatever the number of mails. */
@Repository
public class MailRows {
    private static final int CHUNK = 1 << 20;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    MailRows(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
    }

    /** A mail that becomes a touch. */
    public record NewMail(TouchId id, UUID thread, boolean newThread, ParsedMail parsed) {}

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

    private void addSubjects(Viewer viewer, List<ReadMail> looking, ThreadFinder threads) {
        if (looking.isEmpty()) return;
        List<Instant> dates =
                looking.stream().flatMap(mail -> mail.date().stream()).sorted().toList();
        jdbc.sql(
                        """
                        SELECT t.thread_id, t.at, t.subject, t.subject_key,
                               (SELECT array_agg(p.address_key) FROM touch_party p
                                WHERE p.workspace_id = t.workspace_id AND p.touch_id = t.id) AS people
                        FROM touch t
                        WHERE t.workspace_id = :workspace AND t.subject_key = ANY(:subjects)
                          AND t.kind = 'mail' AND t.subject_key <> '' AND t.at BETWEEN :from AND :to
                        LIMIT 20000
                        """)
                .param("workspace", viewer.workspace().value())
                .param(
                        "subjects",
                        looking.stream()
                                .map(ReadMail::subjectKey)
                                .distinct()
                                .toArray(String[]::new))
                .param("from", dates.getFirst().minus(ThreadFinder.APART).atOffset(ZoneOffset.UTC))
                .param("to", dates.getLast().plus(ThreadFinder.APART).atOffset(ZoneOffset.UTC))
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

    public void insert(
            Viewer viewer,
            ImportId importId,
            List<NewMail> mails,
            Map<String, PersonId> persons,
            Instant now) {
        if (mails.isEmpty()) return;
        UUID workspace = viewer.workspace().value();
        List<ParsedMail.Blob> blobs = new ArrayList<>();
        for (NewMail mail : mails) {
            blobs.add(mail.parsed().original());
            blobs.addAll(mail.parsed().attachments());
        }
        insertBlobs(workspace, blobs);
        Set<UUID> newThreads = new LinkedHashSet<>();
        List<Object[]> threads = new ArrayList<>();
        for (NewMail mail : mails) {
            if (mail.newThread() && newThreads.add(mail.thread()))
                threads.add(
                        new Object[] {
                            workspace, mail.thread(), clean(mail.parsed().mail().subjectKey())
                        });
        }
        batches.batchUpdate(
                "INSERT INTO thread (workspace_id, id, subject_key) VALUES (?, ?, ?)", threads);
        insertTouches(workspace, mails, now);
        insertParties(workspace, mails, persons);
        insertAttachments(workspace, mails);
        insertReferences(workspace, mails);
    }

    private void insertTouches(UUID workspace, List<NewMail> mails, Instant now) {
        List<Object[]> touches = new ArrayList<>();
        for (NewMail mail : mails) touches.add(touch(workspace, mail, now));
        batches.batchUpdate(
                """
                INSERT INTO touch (workspace_id, id, kind, at, known_at, thread_id, subject, subject_key, words, reply_text, signature,
                                   is_touch, mail_kind, from_key, substance, asks, wants_answer, passage_start, passage_end,
                                   raw_digest, raw_size, html, labels, created_at)
                VALUES (?, ?, 'mail', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, ','), ?)
                """,
                touches);
    }

    private static Object[] touch(UUID workspace, NewMail mail, Instant now) {
        ParsedMail parsed = mail.parsed();
        ReadMail read = parsed.mail();
        return new Object[] {
            workspace,
            mail.id().value(),
            at(read.date()),
            read.date().orElse(now).atOffset(ZoneOffset.UTC),
            mail.thread(),
            clean(read.subject()),
            clean(read.subjectKey()),
            clean(read.newText()),
            clean(read.replyText()),
            clean(read.signature()),
            !read.isDraftOrSpam(),
            read.kind().word(),
            clean(parsed.fromKey()),
            read.substance(),
            (float) read.asks(),
            (float) read.wantsAnswer(),
            read.passage().start(),
            read.passage().end(),
            parsed.original().digest(),
            (int) parsed.original().size(),
            read.html().isPresent(),
            String.join(",", read.labels()),
            now.atOffset(ZoneOffset.UTC)
        };
    }

    private void insertParties(UUID workspace, List<NewMail> mails, Map<String, PersonId> persons) {
        List<Object[]> rows = new ArrayList<>();
        for (NewMail mail : mails) {
            int position = 0;
            for (ParsedMail.Party party : mail.parsed().parties()) {
                PersonId person = persons.get(party.mailbox().key());
                rows.add(
                        new Object[] {
                            workspace,
                            mail.id().value(),
                            position++,
                            party.role(),
                            clean(party.mailbox().key()),
                            clean(party.mailbox().address()),
                            clean(party.mailbox().name()),
                            person == null ? null : person.value(),
                            at(mail.parsed().mail().date())
                        });
            }
        }
        batches.batchUpdate(
                "INSERT INTO touch_party (workspace_id, touch_id, position, role, address_key, address, name, person_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                new int[] {
                    Types.OTHER,
                    Types.OTHER,
                    Types.SMALLINT,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.OTHER,
                    Types.TIMESTAMP_WITH_TIMEZONE
                });
    }

    private void insertAttachments(UUID workspace, List<NewMail> mails) {
        List<Object[]> attachments = new ArrayList<>();
        List<Object[]> bounces = new ArrayList<>();
        for (NewMail mail : mails) {
            ReadMail read = mail.parsed().mail();
            for (int i = 0; i < read.attachments().size(); i++) {
                attachments.add(
                        new Object[] {
                            workspace,
                            mail.id().value(),
                            i,
                            clean(read.attachments().get(i).name()),
                            clean(read.attachments().get(i).mediaType()),
                            mail.parsed().attachments().get(i).size(),
                            mail.parsed().attachments().get(i).digest()
                        });
            }
            for (Bounced bounced : read.bounces()) {
                bounces.add(
                        new Object[] {
                            workspace,
                            mail.id().value(),
                            clean(bounced.recipient()),
                            bounced.status(),
                            at(read.date())
                        });
            }
        }
        batches.batchUpdate(
                "INSERT INTO attachment (workspace_id, touch_id, position, name, media_type, size, digest) VALUES (?, ?, ?, ?, ?, ?, ?)",
                attachments);
        batches.batchUpdate(
                "INSERT INTO bounce (workspace_id, touch_id, recipient, status, at) VALUES (?, ?, ?, ?, ?)",
                bounces,
                new int[] {
                    Types.OTHER,
                    Types.OTHER,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.TIMESTAMP_WITH_TIMEZONE
                });
    }

    private void insertReferences(UUID workspace, List<NewMail> mails) {
        List<Object[]> references = new ArrayList<>();
        for (NewMail mail : mails) {
            for (String id : mail.parsed().mail().references())
                references.add(new Object[] {workspace, clean(id), mail.thread()});
        }
        batches.batchUpdate(
                "INSERT INTO thread_reference (workspace_id, message_id, thread_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                references);
    }

    void insertBlobs(UUID workspace, List<ParsedMail.Blob> blobs) {
        List<Object[]> chunks = new ArrayList<>();
        for (ParsedMail.Blob blob : blobs) addChunks(workspace, blob, chunks);
        batches.batchUpdate(
                "INSERT INTO blob (workspace_id, digest, chunk, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                chunks);
    }

    private static void addChunks(UUID workspace, ParsedMail.Blob blob, List<Object[]> chunks) {
        byte[] bytes = blob.content();
        for (int from = 0, n = 0; from < bytes.length; from += CHUNK, n++) {
            chunks.add(
                    new Object[] {
                        workspace,
                        blob.digest(),
                        n,
                        Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK))
                    });
        }
    }

    /**
     * In whose archive each mail lies, which import brought it, and under which ids it was seen.
     */
    public void remember(
            Viewer viewer,
            ImportId importId,
            List<ParsedMail> mails,
            List<Optional<TouchId>> touches) {
        UUID workspace = viewer.workspace().value();
        List<Object[]> owners = new ArrayList<>();
        List<Object[]> imports = new ArrayList<>();
        List<Object[]> ids = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++) {
            if (touches.get(i).isEmpty()) continue;
            UUID touch = touches.get(i).get().value();
            owners.add(
                    new Object[] {
                        workspace, viewer.member().value(), touch, at(mails.get(i).mail().date())
                    });
            imports.add(new Object[] {workspace, importId.value(), touch, viewer.member().value()});
            mails.get(i)
                    .mail()
                    .messageId()
                    .ifPresent(id -> ids.add(new Object[] {workspace, clean(id), touch}));
        }
        batches.batchUpdate(
                "INSERT INTO touch_owner (workspace_id, member_id, touch_id, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                owners,
                new int[] {Types.OTHER, Types.OTHER, Types.OTHER, Types.TIMESTAMP_WITH_TIMEZONE});
        batches.batchUpdate(
                "INSERT INTO import_touch (workspace_id, import_id, touch_id, member_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                imports);
        batches.batchUpdate(
                "INSERT INTO message_id (workspace_id, message_id, touch_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                ids);
    }

    private static @Nullable OffsetDateTime at(Optional<Instant> date) {
        return date.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    /** PostgreSQL holds no zero characters, and no halves of characters. */
    static String clean(String text) {
        String whole = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        for (int i = 0; i < whole.length(); i++) {
            if (Character.isSurrogate(whole.charAt(i))) {
                return new String(
                        whole.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8);
            }
        }
        return whole;
    }
}
