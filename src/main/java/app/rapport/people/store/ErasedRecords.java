package app.rapport.people.store;

import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.PointDraft.Kind;
import app.rapport.people.model.FieldText;
import app.rapport.people.model.Names;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Under what names and addresses somebody is or was known, and the end of their records. */
@Repository
public class ErasedRecords {
    private static final Pattern PHONE = Pattern.compile("(?:[^0-9]*[0-9]){7}.*");

    private final JdbcClient jdbc;

    ErasedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param names whole names
     * @param parts of names
     * @param addresses lower case
     */
    public record Known(
            Set<String> names, Set<String> parts, Set<String> addresses, Set<String> phones) {}

    /** From the records, their history, what was joined, and the mails that they stand on. */
    public Known known(Viewer viewer, Collection<UUID> people, Collection<String> more) {
        Known known =
                new Known(new HashSet<>(), new HashSet<>(), new HashSet<>(more), new HashSet<>());
        jdbc.sql(
                        """
                        SELECT 'name' AS what, display_name AS text FROM contact WHERE workspace_id = :workspace AND id = ANY(:people)
                        UNION SELECT 'name', given_name || ' ' || family_name FROM contact WHERE workspace_id = :workspace AND id = ANY(:people)
                        UNION SELECT 'part', unnest(ARRAY[given_name, family_name, middle_name, nickname]) FROM contact
                              WHERE workspace_id = :workspace AND id = ANY(:people)
                        UNION SELECT kind, value FROM contact_point WHERE workspace_id = :workspace AND contact_id = ANY(:people) AND kind IN ('mail', 'phone')
                        UNION SELECT CASE field WHEN 'display_name' THEN 'name' ELSE 'mails' END, unnest(ARRAY[old_value, new_value]) FROM field_change
                              WHERE workspace_id = :workspace AND subject_id = ANY(:people) AND field IN ('display_name', 'mail')
                        UNION SELECT 'name', winner_before ->> 'display_name' FROM merge WHERE workspace_id = :workspace AND winner_id = ANY(:people)
                        UNION SELECT 'name', loser_before ->> 'display_name' FROM merge WHERE workspace_id = :workspace AND loser_id = ANY(:people)
                        UNION SELECT 'mails', winner_before ->> 'mail' FROM merge WHERE workspace_id = :workspace AND winner_id = ANY(:people)
                        UNION SELECT 'mails', loser_before ->> 'mail' FROM merge WHERE workspace_id = :workspace AND loser_id = ANY(:people)
                        UNION SELECT 'mail', address FROM touch_party WHERE workspace_id = :workspace AND (person_id = ANY(:people) OR met_as = ANY(:people))
                        UNION SELECT 'name', name FROM touch_party WHERE workspace_id = :workspace
                              AND (person_id = ANY(:people) OR met_as = ANY(:people) OR address_key = ANY(:more))
                        """)
                .param("workspace", viewer.workspace().value())
                .param("people", people.toArray(UUID[]::new))
                .param("more", more.toArray(String[]::new))
                .query(row -> {
                    String text = row.getString("text");
                    if (text != null && !text.isBlank())
                        add(known, row.getString("what"), text.strip());
                });
        known.addresses().removeAll(anothers(viewer, known.addresses(), people));
        return known;
    }

    /**
     * Addresses that they had once and somebody else has now: who was joined to them by mistake and
     * parted again, or took over their inbox, keeps mail and name.
     */
    private List<String> anothers(
            Viewer viewer, Collection<String> addresses, Collection<UUID> people) {
        return jdbc.sql(
                        """
                        SELECT key FROM contact_point WHERE workspace_id = :workspace AND kind = 'mail' AND key = ANY(:addresses)
                        GROUP BY key HAVING NOT bool_or(contact_id = ANY(:people))
                        """)
                .param("workspace", viewer.workspace().value())
                .param("addresses", addresses.toArray(String[]::new))
                .param("people", people.toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    private static void add(Known known, String what, String text) {
        switch (what) {
            case "mail" -> known.addresses().add(text.toLowerCase(java.util.Locale.ROOT));
            case "mails" ->
                    FieldText.points(Kind.MAIL, text)
                            .forEach(point -> known.addresses().add(point.key()));
            case "phone" -> {
                if (PHONE.matcher(text).matches()) known.phones().add(text);
            }
            case "part" -> known.parts().add(text);
            default -> {
                if (text.contains("@"))
                    known.addresses().add(text.toLowerCase(java.util.Locale.ROOT));
                else known.names().add(text);
            }
        }
    }

    /** Whether somebody else is called so: then the name alone tells nobody. */
    public boolean isAnothers(Viewer viewer, String name, Collection<UUID> besides) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM contact WHERE workspace_id = :workspace AND name_key = :key AND deleted_at IS NULL AND id <> ALL(:besides))")
                .param("workspace", viewer.workspace().value())
                .param("key", Names.fold(name))
                .param("besides", besides.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Whether somebody else is reached by that number too, as all of an office are by one. */
    public boolean isAnothersNumber(Viewer viewer, String number, Collection<UUID> besides) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM contact_point
                                       WHERE workspace_id = :workspace AND kind = 'phone' AND value = :number AND contact_id <> ALL(:besides))
                        """)
                .param("workspace", viewer.workspace().value())
                .param("number", number)
                .param("besides", besides.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Records, history, merges, what imports said: all rows that this room has of them. */
    public void remove(Viewer viewer, Collection<UUID> people) {
        for (String sql :
                List.of(
                        "DELETE FROM merge WHERE workspace_id = :workspace AND (winner_id = ANY(:people) OR loser_id = ANY(:people))",
                        "DELETE FROM field_change WHERE workspace_id = :workspace AND subject_id = ANY(:people)",
                        "DELETE FROM import_record WHERE workspace_id = :workspace AND subject_id = ANY(:people)",
                        "UPDATE contact SET merged_into = NULL WHERE workspace_id = :workspace AND merged_into = ANY(:people)",
                        "DELETE FROM contact WHERE workspace_id = :workspace AND id = ANY(:people)"))
            jdbc.sql(sql)
                    .param("workspace", viewer.workspace().value())
                    .param("people", people.toArray(UUID[]::new))
                    .update();
    }

    public Optional<PersonId> byAddress(Viewer viewer, String address) {
        return jdbc.sql(
                        "SELECT contact_id FROM contact_point WHERE workspace_id = :workspace AND kind = 'mail' AND key = :key")
                .param("workspace", viewer.workspace().value())
                .param("key", address.strip().toLowerCase(java.util.Locale.ROOT))
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .optional();
    }

    public Set<String> everyAddress(Viewer viewer) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT key FROM contact_point WHERE workspace_id = :workspace AND kind = 'mail'
                                UNION SELECT address_key FROM touch_party WHERE workspace_id = :workspace AND address_key <> ''
                                """)
                        .param("workspace", viewer.workspace().value())
                        .query(String.class)
                        .list());
    }

    public List<UUID> holders(Viewer viewer, Collection<String> addresses) {
        return jdbc.sql(
                        "SELECT DISTINCT contact_id FROM contact_point WHERE workspace_id = :workspace AND kind = 'mail' AND key = ANY(:keys)")
                .param("workspace", viewer.workspace().value())
                .param("keys", addresses.toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    public boolean anyThere(Viewer viewer, Collection<UUID> people) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM contact WHERE workspace_id = :workspace AND id = ANY(:people))")
                .param("workspace", viewer.workspace().value())
                .param("people", people.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }
}
