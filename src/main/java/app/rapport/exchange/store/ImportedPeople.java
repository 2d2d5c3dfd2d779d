package app.rapport.exchange.store;

import app.rapport.kernel.PersonRecords.Erased;
import app.rapport.kernel.PersonRecords.Fact;
import app.rapport.kernel.Redaction;
import app.rapport.kernel.Viewer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What imports hold of a person. */
@Repository
public class ImportedPeople {
    private final JdbcClient jdbc;

    ImportedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String[] rough(Redaction words) {
        return words.words().stream()
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
    }

    public long kept(Viewer by, Redaction words) {
        return jdbc.sql(
                        "SELECT count(*) FROM kept_record WHERE workspace_id = :workspace AND record::text ILIKE ANY (:words)")
                .param("workspace", by.workspace().value())
                .param("words", rough(words))
                .query(Long.class)
                .single();
    }

    /**
     * @param gone digests of set-aside originals that named the person
     */
    public void remove(Viewer by, Erased erased, List<byte[]> gone) {
        jdbc.sql(
                        "DELETE FROM kept_record WHERE workspace_id = :workspace AND record::text ILIKE ANY (:words)")
                .param("workspace", by.workspace().value())
                .param("words", rough(erased.words()))
                .update();
        jdbc.sql(
                        """
                        UPDATE import_item SET raw_digest = NULL, reason = CASE WHEN outcome = 'aside' THEN 'Erased with the person whom it named' END
                        WHERE workspace_id = :workspace AND raw_digest = ANY(:gone)
                        """)
                .param("workspace", by.workspace().value())
                .param("gone", gone.toArray(byte[][]::new))
                .update();
        jdbc.sql(
                        "UPDATE import_item SET subject = NULL WHERE workspace_id = :workspace AND subject = ANY(:people)")
                .param("workspace", by.workspace().value())
                .param("people", erased.people().toArray(UUID[]::new))
                .update();
    }

    /** Where their record stood in files. */
    public List<Fact> facts(Viewer by, Erased whole) {
        return jdbc.sql(
                        """
                        SELECT i.source, i.position, i.outcome, m.title, m.created_at FROM import_item i
                        JOIN import m ON m.workspace_id = i.workspace_id AND m.id = i.import_id
                        WHERE i.workspace_id = :workspace AND i.subject = ANY(:people) ORDER BY i.import_id, i.item
                        """)
                .param("workspace", by.workspace().value())
                .param("people", whole.people().toArray(UUID[]::new))
                .query((row, _) ->
                        new Fact(
                                "Imports",
                                row.getString("outcome"),
                                row.getString("source") + ", " + row.getString("position"),
                                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                                "import " + row.getString("title")))
                .list();
    }
}
