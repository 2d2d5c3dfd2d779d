package app.rapport.conversations.store;

import app.rapport.conversations.model.Signed;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signatures of people's mails, and what was said against taking something from them. */
@Repository
public class Signatures {
    /** So many of a person's newest mails are looked at for a signature. */
    private static final int LOOKED_AT = 60;

    private static final int TAKEN = 5;

    private final JdbcClient jdbc;

    Signatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of the newest mails that the person wrote themselves and that lie in the viewer's archive.
     */
    public List<Signed> newest(Viewer viewer, PersonId person, Instant at) {
        return jdbc.sql(
                        """
                        SELECT t.id, t.at, t.signature
                        FROM (SELECT p.touch_id, p.at FROM touch_party p
                              WHERE p.workspace_id = :workspace AND p.person_id = :person AND p.at <= :at AND p.role = 'from'
                              ORDER BY p.at DESC, p.touch_id DESC
                              LIMIT :lookedAt) written
                        JOIN touch t ON t.workspace_id = :workspace AND t.id = written.touch_id
                        JOIN touch_owner o ON o.workspace_id = t.workspace_id AND o.touch_id = t.id AND o.member_id = :member
                        WHERE t.mail_kind = 'person' AND t.is_touch AND t.signature <> ''
                        ORDER BY written.at DESC, written.touch_id DESC
                        LIMIT :taken
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("lookedAt", LOOKED_AT)
                .param("taken", TAKEN)
                .query((row, _) ->
                        new Signed(
                                new TouchId(row.getObject("id", UUID.class)),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("signature")))
                .list();
    }

    public Set<String> dismissed(Viewer viewer, PersonId person) {
        return new HashSet<>(
                jdbc.sql(
                                "SELECT suggestion FROM dismissed_suggestion WHERE workspace_id = :workspace AND contact_id = :person")
                        .param("workspace", viewer.workspace().value())
                        .param("person", person.value())
                        .query(String.class)
                        .list());
    }

    public void dismiss(Viewer viewer, PersonId person, String suggestion, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO dismissed_suggestion (workspace_id, contact_id, suggestion, member_id, at)
                        VALUES (:workspace, :person, :suggestion, :member, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .param("workspace", viewer.workspace().value())
                .param("person", person.value())
                .param("suggestion", suggestion)
                .param("member", viewer.member().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void offerAgain(Viewer viewer, PersonId person, String suggestion) {
        jdbc.sql(
                        """
                        DELETE FROM dismissed_suggestion
                        WHERE workspace_id = :workspace AND contact_id = :person AND suggestion = :suggestion
                        """)
                .param("workspace", viewer.workspace().value())
                .param("person", person.value())
                .param("suggestion", suggestion)
                .update();
    }
}
