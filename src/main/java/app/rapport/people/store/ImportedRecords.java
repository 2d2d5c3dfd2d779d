package app.rapport.people.store;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an import made and changed. */
@Repository
public class ImportedRecords {
    /** Ids of contacts and accounts that an import made or changed by rows of their own. */
    static final String CHANGED =
            """
            SELECT subject_id FROM import_record WHERE workspace_id = :workspace AND import_id = :import AND changed
            UNION
            SELECT subject_id FROM field_change WHERE workspace_id = :workspace AND import_id = :import
            """;

    /** Ids of contacts that an import made or changed, and of those whose company it changed. */
    static final String TOUCHED =
            """
            WITH changed AS (%s)
            SELECT c.id FROM contact c WHERE c.workspace_id = :workspace AND c.import_id = :import
            UNION
            SELECT c.id FROM contact c JOIN changed ON c.id = changed.subject_id WHERE c.workspace_id = :workspace
            UNION
            SELECT c.id FROM contact c JOIN changed ON c.account_id = changed.subject_id WHERE c.workspace_id = :workspace
            """
                    .formatted(CHANGED);

    private final JdbcClient jdbc;

    ImportedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Contacts and accounts of others that this import changed, each once. */
    public People.Updated updatedBy(Viewer viewer, ImportId importId) {
        return jdbc.sql(
                        """
                        WITH changed AS (%s)
                        SELECT (SELECT count(*) FROM changed JOIN contact c ON c.workspace_id = :workspace AND c.id = subject_id
                                WHERE c.import_id IS DISTINCT FROM :import) AS contacts,
                               (SELECT count(*) FROM changed JOIN account a ON a.workspace_id = :workspace AND a.id = subject_id
                                WHERE a.import_id IS DISTINCT FROM :import) AS accounts
                        """
                                .formatted(CHANGED))
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .query((row, _) ->
                        new People.Updated(row.getInt("contacts"), row.getInt("accounts")))
                .single();
    }

    /** The companies that this import made. */
    public List<UUID> companiesOf(Viewer viewer, ImportId importId) {
        return jdbc.sql(
                        "SELECT id FROM account WHERE workspace_id = :workspace AND import_id = :import")
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .query(UUID.class)
                .list();
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
