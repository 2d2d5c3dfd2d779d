package app.rapport.conversations.store;

import app.rapport.conversations.Draft;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails while they are written; each is its writer's alone. */
@Repository
public class Drafts {
    private static final String OPEN =
            """
            SELECT id, person_id, answers, recipient, copies, subject, words FROM mail_draft
            WHERE workspace_id = :workspace AND member_id = :member AND outgoing_id IS NULL
            """;

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that wait to be written on to a person, newest first. */
    public List<Draft> of(Viewer viewer, PersonId person) {
        return jdbc.sql(OPEN + " AND person_id = :person ORDER BY updated_at DESC LIMIT 20")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("person", person.value())
                .query(Drafts::draft)
                .list();
    }

    public Optional<Draft> open(Viewer viewer, UUID id) {
        return jdbc.sql(OPEN + " AND id = :id")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id)
                .query(Drafts::draft)
                .optional();
    }

    private static Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                Optional.ofNullable(row.getObject("answers", UUID.class)).map(TouchId::new),
                row.getString("recipient"),
                row.getString("copies"),
                row.getString("subject"),
                row.getString("words"));
    }

    /** Keeps what is typed; false when it was sent already or is somebody else's. */
    public boolean keep(Viewer viewer, Draft draft) {
        return jdbc.sql(
                                """
                                INSERT INTO mail_draft (workspace_id, id, member_id, person_id, answers, recipient, copies, subject, words, updated_at)
                                VALUES (:workspace, :id, :member, :person, :answers, :to, :copies, :subject, :words, :now)
                                ON CONFLICT (workspace_id, id) DO UPDATE
                                SET recipient = excluded.recipient, copies = excluded.copies, subject = excluded.subject,
                                    words = excluded.words, updated_at = excluded.updated_at
                                WHERE mail_draft.member_id = excluded.member_id AND mail_draft.person_id = excluded.person_id
                                  AND mail_draft.outgoing_id IS NULL
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("id", draft.id())
                        .param("member", viewer.member().value())
                        .param("person", draft.person().value())
                        .param(
                                "answers",
                                draft.answers().map(TouchId::value).orElse(null),
                                Types.OTHER)
                        .param("to", StoredText.clean(draft.to()))
                        .param("copies", StoredText.clean(draft.copies()))
                        .param("subject", StoredText.clean(draft.subject()))
                        .param("words", StoredText.clean(draft.words()))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** It lies in the outbox now, once. */
    public void ordered(Viewer viewer, UUID id, UUID outgoing) {
        jdbc.sql(
                        """
                        UPDATE mail_draft SET outgoing_id = :outgoing
                        WHERE workspace_id = :workspace AND member_id = :member AND id = :id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id)
                .param("outgoing", outgoing)
                .update();
    }

    /** What it became in the outbox; empty when it is none of the viewer's or not ordered. */
    public Optional<UUID> outgoing(Viewer viewer, UUID id) {
        return jdbc.sql(
                        """
                        SELECT outgoing_id FROM mail_draft
                        WHERE workspace_id = :workspace AND member_id = :member AND id = :id AND outgoing_id IS NOT NULL
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** It was taken back from the outbox and is written on. */
    public void reopen(Viewer viewer, UUID id) {
        jdbc.sql(
                        """
                        UPDATE mail_draft SET outgoing_id = NULL
                        WHERE workspace_id = :workspace AND member_id = :member AND id = :id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id)
                .update();
    }

    public void discard(Viewer viewer, UUID id) {
        jdbc.sql(
                        """
                        DELETE FROM mail_draft
                        WHERE workspace_id = :workspace AND member_id = :member AND id = :id AND outgoing_id IS NULL
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id)
                .update();
    }

    /**
     * The mail left. Its words are a touch now; the id stays for a while, so that the form that a
     * browser still shows makes no second mail.
     */
    public void left(Viewer viewer, UUID outgoing) {
        jdbc.sql(
                        """
                        DELETE FROM draft_file f USING mail_draft d
                        WHERE d.workspace_id = :workspace AND d.outgoing_id = :outgoing
                          AND f.workspace_id = d.workspace_id AND f.draft_id = d.id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("outgoing", outgoing)
                .update();
        jdbc.sql(
                        """
                        UPDATE mail_draft SET recipient = '', copies = '', subject = '', words = ''
                        WHERE workspace_id = :workspace AND outgoing_id = :outgoing
                        """)
                .param("workspace", viewer.workspace().value())
                .param("outgoing", outgoing)
                .update();
        jdbc.sql(
                        """
                        DELETE FROM mail_draft
                        WHERE workspace_id = :workspace AND member_id = :member AND outgoing_id IS NOT NULL AND words = '' AND updated_at < :old
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("old", clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The mail was given up: nothing is left to write. */
    public void givenUp(Viewer viewer, UUID outgoing) {
        jdbc.sql(
                        "DELETE FROM mail_draft WHERE workspace_id = :workspace AND outgoing_id = :outgoing")
                .param("workspace", viewer.workspace().value())
                .param("outgoing", outgoing)
                .update();
    }
}
