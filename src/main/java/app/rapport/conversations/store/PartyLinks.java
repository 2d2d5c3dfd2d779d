package app.rapport.conversations.store;

import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ties parties of mails to the people whose address they have. */
@Repository
public class PartyLinks {
    private final JdbcClient jdbc;
    private final People people;

    PartyLinks(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** Mails that came before their people were known are theirs too; whose there were. */
    public Set<PersonId> complete(Viewer viewer) {
        people.holdStill(viewer);
        List<String> loose =
                jdbc.sql(
                                "SELECT DISTINCT address_key FROM touch_party WHERE workspace_id = :workspace AND person_id IS NULL AND address_key <> ''")
                        .param("workspace", viewer.workspace().value())
                        .query(String.class)
                        .list();
        Map<String, PersonId> found = people.byAddress(viewer, loose);
        if (found.isEmpty()) return Set.of();
        List<Map.Entry<String, PersonId>> pairs = List.copyOf(found.entrySet());
        String[] keys = pairs.stream().map(Map.Entry::getKey).toArray(String[]::new);
        UUID[] ids = pairs.stream().map(pair -> pair.getValue().value()).toArray(UUID[]::new);
        jdbc.sql(
                        """
                        UPDATE touch_party p SET person_id = found.id
                        FROM unnest(:keys::text[], :ids::uuid[]) AS found (key, id)
                        WHERE p.workspace_id = :workspace AND p.address_key = found.key AND p.person_id IS NULL
                        """)
                .param("workspace", viewer.workspace().value())
                .param("keys", keys)
                .param("ids", ids)
                .update();
        return Set.copyOf(found.values());
    }

    /** These people are no more: what they are on names them by address alone. */
    public void loosen(Viewer viewer, List<PersonId> gone) {
        jdbc.sql(
                        "UPDATE touch_party SET person_id = NULL WHERE workspace_id = :workspace AND person_id = ANY(:gone)")
                .param("workspace", viewer.workspace().value())
                .param("gone", gone.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }
}
