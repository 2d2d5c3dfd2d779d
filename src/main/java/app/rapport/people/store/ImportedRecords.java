package app.rapport.people.store;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an import made, and taking it back. */
@Repository
public class ImportedRecords {
    private final JdbcClient jdbc;

    ImportedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes back the contacts and proposed accounts that this import made, where nobody changed
     * them since, no other import brought them and nothing else speaks of them.
     *
     * @param mentioned contacts that still stand on a touch
     */
    public void takeBack(Viewer viewer, ImportId importId, Collection<PersonId> mentioned) {
        jdbc.sql(
                        "DELETE FROM import_record WHERE workspace_id = :workspace AND import_id = :import")
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .update();
        jdbc.sql(
                        """
                        DELETE FROM contact c
                        WHERE c.workspace_id = :workspace AND c.import_id = :import AND c.updated_at = c.created_at
                          AND c.id <> ALL(:mentioned)
                          AND NOT EXISTS (SELECT FROM import_record r WHERE r.workspace_id = c.workspace_id AND r.subject_id = c.id)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .param("mentioned", mentioned.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
        jdbc.sql(
                        """
                        DELETE FROM account a
                        WHERE a.workspace_id = :workspace AND a.import_id = :import AND a.updated_at = a.created_at
                          AND NOT EXISTS (SELECT FROM contact c WHERE c.workspace_id = a.workspace_id AND c.account_id = a.id)
                          AND NOT EXISTS (SELECT FROM import_record r WHERE r.workspace_id = a.workspace_id AND r.subject_id = a.id)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .update();
    }

    /** The contacts that this import made. */
    public List<PersonId> madeBy(Viewer viewer, ImportId importId) {
        return jdbc.sql(
                        "SELECT id FROM contact WHERE workspace_id = :workspace AND import_id = :import")
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }
}
