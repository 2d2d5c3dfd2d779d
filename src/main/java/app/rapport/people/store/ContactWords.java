package app.rapport.people.store;

import app.rapport.kernel.AccountId;
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
    private final JdbcClient jdbc;

    ContactWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Brings search words up to date.
     *
     * @param only of these; of everybody when it is empty
     */
    public void refresh(Viewer viewer, UUID[] only) {
        jdbc.sql(
                        """
                        INSERT INTO contact_search (workspace_id, contact_id, words)
                        SELECT c.workspace_id, c.id,
                               concat_ws(' ', c.name_key, string_agg(p.key, ' ' ORDER BY p.kind, p.position), a.name_key, unaccent(lower(c.title)))
                        FROM contact c
                        LEFT JOIN account a ON a.workspace_id = c.workspace_id AND a.id = c.account_id
                        LEFT JOIN contact_point p ON p.workspace_id = c.workspace_id AND p.contact_id = c.id
                        WHERE c.workspace_id = :workspace AND c.deleted_at IS NULL
                          AND (cardinality(:only::uuid[]) = 0 OR c.id = ANY(:only))
                        GROUP BY c.workspace_id, c.id, a.name_key
                        ON CONFLICT (workspace_id, contact_id) DO UPDATE SET words = excluded.words
                        WHERE contact_search.words <> excluded.words
                        """)
                .param("workspace", viewer.workspace().value())
                .param("only", only)
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
