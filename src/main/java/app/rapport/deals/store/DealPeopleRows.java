package app.rapport.deals.store;

import app.rapport.deals.DealId;
import app.rapport.deals.DealPerson;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who on the buyer's side has a part in a deal; somebody deleted or out of sight has none. */
@Repository
public class DealPeopleRows {
    private final JdbcClient jdbc;

    DealPeopleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, List<DealPerson>> of(Viewer viewer, UUID[] deals) {
        Map<UUID, List<DealPerson>> people = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT p.deal_id, p.id, p.person_id, c.display_name, p.role FROM deal_person p
                        JOIN contact c ON c.workspace_id = p.workspace_id AND c.id = p.person_id AND c.deleted_at IS NULL
                        WHERE p.workspace_id = :workspace AND p.deal_id = ANY(:deals) ORDER BY p.id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("deals", deals)
                .query(row -> {
                    people.computeIfAbsent(
                                    row.getObject("deal_id", UUID.class), _ -> new ArrayList<>())
                            .add(
                                    new DealPerson(
                                            row.getObject("id", UUID.class),
                                            new PersonId(row.getObject("person_id", UUID.class)),
                                            row.getString("display_name"),
                                            Role.of(row.getString("role")).orElse(Role.USER)));
                });
        return people;
    }

    /** What they do from now on; empty where they did it already. */
    public Optional<UUID> add(Viewer viewer, DealId deal, PersonId person, Role role) {
        UUID id = Uuid7.next();
        int added =
                jdbc.sql(
                                """
                                INSERT INTO deal_person (workspace_id, deal_id, id, person_id, role)
                                SELECT :workspace, :deal, :id, :person, :role
                                WHERE NOT EXISTS (SELECT FROM deal_person
                                                  WHERE workspace_id = :workspace AND deal_id = :deal AND person_id = :person AND role = :role)
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("deal", deal.value())
                        .param("id", id)
                        .param("person", person.value())
                        .param("role", role.word())
                        .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    public boolean remove(Viewer viewer, DealId deal, UUID id) {
        return jdbc.sql(
                                "DELETE FROM deal_person WHERE workspace_id = :workspace AND deal_id = :deal AND id = :id")
                        .param("workspace", viewer.workspace().value())
                        .param("deal", deal.value())
                        .param("id", id)
                        .update()
                == 1;
    }
}
