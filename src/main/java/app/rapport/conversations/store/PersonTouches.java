package app.rapport.conversations.store;

import app.rapport.kernel.PersonRecords.Erased;
import app.rapport.kernel.PersonRecords.Fact;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every touch of a person that the viewer sees, as much of it as they see. */
@Repository
public class PersonTouches {
    /** From which sight on the subject, and the words, are shown. */
    private static final int SUBJECT = 2;

    private static final int WORDS = 3;

    private final JdbcClient jdbc;

    PersonTouches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Fact> facts(Viewer by, Erased whole) {
        return jdbc.sql(
                        """
                        SELECT t.kind, t.at, t.subject, t.words, sight,
                               coalesce((SELECT i.title FROM import_touch it JOIN import i ON i.workspace_id = it.workspace_id AND i.id = it.import_id
                                         WHERE it.workspace_id = t.workspace_id AND it.touch_id = t.id ORDER BY it.import_id LIMIT 1), '') AS title,
                               coalesce(m.name, '') AS typed_by
                        FROM touch t
                        CROSS JOIN LATERAL touch_sight(t.workspace_id, t.id, :member) AS sight
                        LEFT JOIN member m ON m.workspace_id = t.workspace_id AND m.id = t.typed_by
                        WHERE t.workspace_id = :workspace AND sight > 0 AND t.id IN (
                          SELECT p.touch_id FROM touch_party p WHERE p.workspace_id = :workspace
                            AND (p.person_id = ANY(:people) OR p.address_key = ANY(:addresses)))
                        ORDER BY t.at DESC NULLS LAST, t.id
                        """)
                .param("workspace", by.workspace().value())
                .param("member", by.member().value())
                .param("people", whole.people().toArray(UUID[]::new))
                .param("addresses", whole.addresses().toArray(String[]::new))
                .query((row, _) -> {
                    OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
                    Instant moment = at == null ? null : at.toInstant();
                    int sight = row.getInt("sight");
                    String subject =
                            sight >= SUBJECT
                                    ? row.getString("subject")
                                    : "a colleague's " + row.getString("kind");
                    String title = row.getString("title");
                    String typed = row.getString("typed_by");
                    return new Fact(
                            "Mails and talks",
                            row.getString("kind"),
                            sight >= WORDS ? subject + "\n" + row.getString("words") : subject,
                            moment,
                            title.isEmpty()
                                    ? typed.isEmpty() ? "mail" : "typed by " + typed
                                    : "import " + title);
                })
                .list();
    }
}
