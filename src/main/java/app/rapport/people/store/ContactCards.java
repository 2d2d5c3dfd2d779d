package app.rapport.people.store;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.PersonCard;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contacts in short: by address, by id, by name. */
@Repository
public class ContactCards {
    private final JdbcClient jdbc;

    ContactCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The contacts that have these addresses (lower case); absent where nobody has. */
    public Map<String, PersonId> byAddress(Viewer viewer, Collection<String> keys) {
        Map<String, PersonId> found = new HashMap<>();
        jdbc.sql(
                        "SELECT key, contact_id FROM contact_point WHERE workspace_id = :workspace AND kind = 'mail' AND key = ANY(:keys)")
                .param("workspace", viewer.workspace().value())
                .param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    found.put(
                            row.getString("key"),
                            new PersonId(row.getObject("contact_id", UUID.class)));
                });
        return found;
    }

    /** Cards of those that exist. */
    public Map<PersonId, PersonCard> cards(Viewer viewer, Collection<PersonId> people) {
        Map<PersonId, PersonCard> cards = new LinkedHashMap<>();
        if (people.isEmpty()) return cards;
        jdbc.sql(
                        """
                        SELECT c.id, c.display_name, c.title, a.id AS account_id, c.colleague, coalesce(a.name, '') AS account_name,
                               coalesce(array_agg(p.value ORDER BY p.position) FILTER (WHERE p.kind = 'mail'), '{}') AS addresses,
                               coalesce(array_agg(p.value ORDER BY p.position) FILTER (WHERE p.kind = 'phone'), '{}') AS phones
                        FROM contact c
                        LEFT JOIN account a ON a.workspace_id = c.workspace_id AND a.id = c.account_id AND a.deleted_at IS NULL
                        LEFT JOIN contact_point p ON p.workspace_id = c.workspace_id AND p.contact_id = c.id
                        WHERE c.workspace_id = :workspace AND c.id = ANY(:ids) AND c.deleted_at IS NULL
                        GROUP BY c.workspace_id, c.id, a.id, a.name
                        """)
                .param("workspace", viewer.workspace().value())
                .param("ids", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        new PersonCard(
                                new PersonId(row.getObject("id", UUID.class)),
                                row.getString("display_name"),
                                row.getString("title"),
                                Optional.ofNullable(row.getObject("account_id", UUID.class))
                                        .map(AccountId::new),
                                row.getString("account_name"),
                                List.of((String[]) row.getArray("addresses").getArray()),
                                List.of((String[]) row.getArray("phones").getArray()),
                                row.getBoolean("colleague")))
                .list()
                .forEach(card -> cards.put(card.id(), card));
        return cards;
    }

    public Optional<PersonCard> card(Viewer viewer, PersonId person) {
        return Optional.ofNullable(cards(viewer, List.of(person)).get(person));
    }

    /** People by name, after that one; {@code ""} from the first. */
    public List<PersonCard> page(Viewer viewer, String after, int most) {
        List<PersonId> ids =
                jdbc.sql(
                                """
                                SELECT c.id FROM contact c
                                LEFT JOIN contact last ON last.workspace_id = c.workspace_id AND last.id = :after::uuid
                                WHERE c.workspace_id = :workspace AND c.deleted_at IS NULL AND NOT c.colleague
                                  AND (last.id IS NULL OR (c.name_key, c.id) > (last.name_key, last.id))
                                ORDER BY c.name_key, c.id
                                LIMIT :most
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("after", after.isBlank() ? null : after, java.sql.Types.VARCHAR)
                        .param("most", most)
                        .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                        .list();
        Map<PersonId, PersonCard> cards = cards(viewer, ids);
        return ids.stream().filter(cards::containsKey).map(cards::get).toList();
    }

    public long companies(Viewer viewer, long most) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM (
                          SELECT FROM account WHERE workspace_id = :workspace AND deleted_at IS NULL LIMIT :most) counted
                        """)
                .param("workspace", viewer.workspace().value())
                .param("most", most)
                .query(Long.class)
                .single();
    }
}
