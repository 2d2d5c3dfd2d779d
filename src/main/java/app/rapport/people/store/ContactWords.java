package app.rapport.people.store;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.TypedWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words by which contacts are found. */
@Repository
public class ContactWords {
    /**
     * Each person is looked up by key, however little the planner knows of the tables. Only those
     * whose words differ are written: a conflict locks a row even where it changes nothing. They
     * are put together once, not again to be compared.
     */
    private static final String REFRESH =
            """
            WITH present AS MATERIALIZED (
              SELECT c.id, concat_ws(' ', c.name_key,
                       (SELECT string_agg(p.key, ' ' ORDER BY p.kind, p.position) FROM contact_point p
                        WHERE p.workspace_id = c.workspace_id AND p.contact_id = c.id),
                       (SELECT a.name_key FROM account a WHERE a.workspace_id = c.workspace_id AND a.id = c.account_id),
                       unaccent(lower(c.title))) AS words,
                     (SELECT s.words FROM contact_search s WHERE s.workspace_id = c.workspace_id AND s.contact_id = c.id) AS before
              FROM contact c
              WHERE c.workspace_id = :workspace AND c.deleted_at IS NULL AND %s)
            INSERT INTO contact_search (workspace_id, contact_id, words)
            SELECT :workspace, id, words FROM present WHERE words IS DISTINCT FROM before
            ON CONFLICT (workspace_id, contact_id) DO UPDATE SET words = excluded.words
            """;

    private final JdbcClient jdbc;

    ContactWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Brings everybody's search words up to date. */
    public void refreshAll(Viewer viewer) {
        refresh(viewer, "true", Map.of());
    }

    /** Brings the search words of these up to date. */
    public void refresh(Viewer viewer, UUID[] only) {
        refresh(viewer, "c.id = ANY(:only)", Map.of("only", only));
    }

    /** Brings the search words of those up to date whom this import made or changed. */
    public void refreshOf(Viewer viewer, ImportId importId) {
        refresh(
                viewer,
                "c.id IN (" + ImportedRecords.TOUCHED + ")",
                Map.of("import", importId.value()));
    }

    private void refresh(Viewer viewer, String which, Map<String, Object> params) {
        jdbc.sql(REFRESH.formatted(which))
                .param("workspace", viewer.workspace().value())
                .params(params)
                .update();
    }

    /** Of everybody who can be found. */
    public Map<UUID, String> all(Viewer viewer) {
        Map<UUID, String> all = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT s.contact_id, s.words FROM contact_search s
                        JOIN contact c ON c.workspace_id = s.workspace_id AND c.id = s.contact_id AND c.deleted_at IS NULL
                        WHERE s.workspace_id = :workspace
                        """)
                .param("workspace", viewer.workspace().value())
                .query(row -> {
                    all.put(row.getObject("contact_id", UUID.class), row.getString("words"));
                });
        return all;
    }

    /**
     * @param exact whether all typed words are in it to the letter
     */
    public record Found(PersonId person, boolean exact) {}

    /** Whose words fit, best first; those nearly written so only where nobody fits. */
    public List<Found> find(Viewer viewer, String typed, int most) {
        List<String> words = TypedWords.of(typed);
        if (words.isEmpty()) return List.of();
        // the function looks into the workspace of the connection, which is the viewer's
        return jdbc.sql("SELECT contact_id, exact FROM find_contacts(:words, :most)")
                .param("words", words.toArray(String[]::new))
                .param("most", most)
                .query((row, _) ->
                        new Found(
                                new PersonId(row.getObject("contact_id", UUID.class)),
                                row.getBoolean("exact")))
                .list();
    }

    /** Companies in whose name all typed words are. */
    public List<Company> findCompanies(String typed, int most) {
        List<String> words = TypedWords.of(typed);
        if (words.isEmpty()) return List.of();
        return jdbc.sql("SELECT account_id, name FROM find_accounts(:words, :most)")
                .param("words", words.toArray(String[]::new))
                .param("most", most)
                .query((row, _) ->
                        new Company(
                                new AccountId(row.getObject("account_id", UUID.class)),
                                row.getString("name")))
                .list();
    }

    public record Company(AccountId id, String name) {}
}
