package app.rapport.conversations.store;

import static app.rapport.conversations.store.Columns.Type.BOOLEAN;
import static app.rapport.conversations.store.Columns.Type.BYTES;
import static app.rapport.conversations.store.Columns.Type.INTEGER;
import static app.rapport.conversations.store.Columns.Type.LONG;
import static app.rapport.conversations.store.Columns.Type.REAL;
import static app.rapport.conversations.store.Columns.Type.TEXT;
import static app.rapport.conversations.store.Columns.Type.TIME;
import static app.rapport.conversations.store.Columns.Type.UUID;

import app.rapport.conversations.mail.Bounced;
import app.rapport.conversations.mail.ReadMail;
import app.rapport.conversations.model.ParsedMail;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores new mails in batches: one statement a table, whatever the number of mails. */
@Repository
public class MailRows {
    private static final String THREADS =
            """
            INSERT INTO thread (workspace_id, id, subject_key)
            SELECT :workspace, r.* FROM {rows} AS r
            """;
    private static final String TOUCHES =
            """
            INSERT INTO touch (workspace_id, kind, id, at, known_at, thread_id, subject, subject_key, words, reply_text, signature,
                               is_touch, mail_kind, from_key, substance, asks, wants_answer, passage_start, passage_end,
                               raw_digest, raw_size, html, labels, created_at)
            SELECT :workspace, 'mail', r.id, r.at, r.known_at, r.thread_id, r.subject, r.subject_key, r.words, r.reply_text, r.signature,
                   r.is_touch, r.mail_kind, r.from_key, r.substance, r.asks, r.wants_answer, r.passage_start, r.passage_end,
                   r.raw_digest, r.raw_size, r.html, string_to_array(r.labels, ','), r.created_at
            FROM {rows} AS r (id, at, known_at, thread_id, subject, subject_key, words, reply_text, signature,
                              is_touch, mail_kind, from_key, substance, asks, wants_answer, passage_start, passage_end,
                              raw_digest, raw_size, html, labels, created_at)
            """;
    private static final String PARTIES =
            """
            INSERT INTO touch_party (workspace_id, touch_id, position, role, address_key, address, name, person_id, at)
            SELECT :workspace, r.* FROM {rows} AS r
            """;
    private static final String ATTACHMENTS =
            """
            INSERT INTO attachment (workspace_id, touch_id, position, name, media_type, size, digest)
            SELECT :workspace, r.* FROM {rows} AS r
            """;
    private static final String BOUNCES =
            """
            INSERT INTO bounce (workspace_id, touch_id, recipient, status, at)
            SELECT :workspace, r.* FROM {rows} AS r
            """;
    private static final String REFERENCES =
            """
            INSERT INTO thread_reference (workspace_id, message_id, thread_id)
            SELECT :workspace, r.* FROM {rows} AS r ON CONFLICT DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final BlobRows blobs;

    MailRows(JdbcClient jdbc, BlobRows blobs) {
        this.jdbc = jdbc;
        this.blobs = blobs;
    }

    /** A mail that becomes a touch. */
    public record NewMail(TouchId id, UUID thread, boolean newThread, ParsedMail parsed) {}

    public void insert(
            Viewer viewer, List<NewMail> mails, Map<String, PersonId> persons, Instant now) {
        if (mails.isEmpty()) return;
        UUID workspace = viewer.workspace().value();
        insertBlobs(workspace, mails);
        insertThreads(workspace, mails);
        insertTouches(workspace, mails, now);
        insertParties(workspace, mails, persons);
        insertAttachments(workspace, mails);
        insertBounces(workspace, mails);
        insertReferences(workspace, mails);
    }

    private void insertBlobs(UUID workspace, List<NewMail> mails) {
        List<ParsedMail.Blob> all = new ArrayList<>();
        for (NewMail mail : mails) {
            all.add(mail.parsed().original());
            all.addAll(mail.parsed().attachments());
        }
        blobs.insert(workspace, all);
    }

    private void insertThreads(UUID workspace, List<NewMail> mails) {
        Columns threads = new Columns(jdbc, workspace, THREADS, UUID, TEXT);
        Set<UUID> added = new HashSet<>();
        for (NewMail mail : mails) {
            if (mail.newThread() && added.add(mail.thread()))
                threads.add(mail.thread(), mail.parsed().mail().subjectKey());
        }
        threads.write();
    }

    private void insertTouches(UUID workspace, List<NewMail> mails, Instant now) {
        Columns touches =
                new Columns(
                        jdbc, workspace, TOUCHES, UUID, TIME, TIME, UUID, TEXT, TEXT, TEXT, TEXT,
                        TEXT, BOOLEAN, TEXT, TEXT, BYTES, REAL, REAL, INTEGER, INTEGER, BYTES,
                        INTEGER, BOOLEAN, TEXT, TIME);
        for (NewMail mail : mails) addTouch(mail, now, touches);
        touches.write();
    }

    private static void addTouch(NewMail mail, Instant now, Columns touches) {
        ParsedMail parsed = mail.parsed();
        ReadMail read = parsed.mail();
        touches.add(
                mail.id().value(),
                read.date().orElse(null),
                read.date().orElse(now),
                mail.thread(),
                read.subject(),
                read.subjectKey(),
                read.newText(),
                read.replyText(),
                read.signature(),
                !read.isDraftOrSpam(),
                read.kind().word(),
                parsed.fromKey(),
                read.substance(),
                (float) read.asks(),
                (float) read.wantsAnswer(),
                read.passage().start(),
                read.passage().end(),
                parsed.original().digest(),
                (int) parsed.original().size(),
                read.html().isPresent(),
                String.join(",", read.labels()),
                now);
    }

    private void insertParties(UUID workspace, List<NewMail> mails, Map<String, PersonId> persons) {
        Columns parties =
                new Columns(
                        jdbc, workspace, PARTIES, UUID, INTEGER, TEXT, TEXT, TEXT, TEXT, UUID,
                        TIME);
        for (NewMail mail : mails) {
            Instant at = mail.parsed().mail().date().orElse(null);
            int position = 0;
            for (ParsedMail.Party party : mail.parsed().parties()) {
                PersonId person = persons.get(party.mailbox().key());
                parties.add(
                        mail.id().value(),
                        position++,
                        party.role(),
                        party.mailbox().key(),
                        party.mailbox().address(),
                        party.mailbox().name(),
                        person == null ? null : person.value(),
                        at);
            }
        }
        parties.write();
    }

    private void insertAttachments(UUID workspace, List<NewMail> mails) {
        Columns attachments =
                new Columns(jdbc, workspace, ATTACHMENTS, UUID, INTEGER, TEXT, TEXT, LONG, BYTES);
        for (NewMail mail : mails) {
            ReadMail read = mail.parsed().mail();
            for (int i = 0; i < read.attachments().size(); i++) {
                ParsedMail.Blob blob = mail.parsed().attachments().get(i);
                attachments.add(
                        mail.id().value(),
                        i,
                        read.attachments().get(i).name(),
                        read.attachments().get(i).mediaType(),
                        blob.size(),
                        blob.digest());
            }
        }
        attachments.write();
    }

    private void insertBounces(UUID workspace, List<NewMail> mails) {
        Columns bounces = new Columns(jdbc, workspace, BOUNCES, UUID, TEXT, TEXT, TIME);
        for (NewMail mail : mails) {
            ReadMail read = mail.parsed().mail();
            for (Bounced bounced : read.bounces())
                bounces.add(
                        mail.id().value(),
                        bounced.recipient(),
                        bounced.status(),
                        read.date().orElse(null));
        }
        bounces.write();
    }

    private void insertReferences(UUID workspace, List<NewMail> mails) {
        Columns references = new Columns(jdbc, workspace, REFERENCES, TEXT, UUID);
        for (NewMail mail : mails) {
            for (String id : mail.parsed().mail().references()) references.add(id, mail.thread());
        }
        references.write();
    }
}
