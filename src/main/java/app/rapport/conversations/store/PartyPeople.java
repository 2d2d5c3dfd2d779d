package app.rapport.conversations.store;

import app.rapport.database.PointedRows;
import app.rapport.kernel.PersonRecords.Joined;
import app.rapport.kernel.PersonRecords.Parted;
import app.rapport.kernel.Viewer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom the parties of touches are, when people become one and are parted again. */
@Repository
public class PartyPeople {
    private static final PointedRows PARTIES =
            new PointedRows("touch_party", "person_id", "met_as");

    private final JdbcClient jdbc;

    PartyPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * First each address is told whose it was, where that would not be seen afterwards: what came
     * to somebody who was joined earlier, and an address that has changed hands.
     */
    public void join(Viewer by, Joined joined) {
        Map<String, UUID> meant = new HashMap<>();
        joined.ofFrom().keySet().forEach(address -> meant.put(address, joined.into()));
        joined.ofInto().forEach((address, whose) -> tell(meant, address, whose, joined.into()));
        stamp(by, joined.into(), meant);
        meant.clear();
        joined.ofFrom().forEach((address, whose) -> tell(meant, address, whose, joined.from()));
        stamp(by, joined.from(), meant);
        PARTIES.join(jdbc, by.workspace(), joined.from(), joined.into());
    }

    private static void tell(Map<String, UUID> meant, String address, UUID whose, UUID standing) {
        if (!whose.equals(standing)) meant.put(address, whose);
    }

    private void stamp(Viewer by, UUID person, Map<String, UUID> meant) {
        if (meant.isEmpty()) return;
        String[] addresses = meant.keySet().toArray(String[]::new);
        UUID[] people = new UUID[addresses.length];
        for (int i = 0; i < people.length; i++) people[i] = meant.get(addresses[i]);
        jdbc.sql(
                        """
                        UPDATE touch_party p SET met_as = told.person
                        FROM unnest(:addresses::text[], :people::uuid[]) AS told (address, person)
                        WHERE p.workspace_id = :workspace AND p.person_id = :person AND p.met_as IS NULL
                          AND p.address_key = told.address
                        """)
                .param("workspace", by.workspace().value())
                .param("person", person)
                .param("addresses", addresses)
                .param("people", people)
                .update();
    }

    /** What came since by the other's address is the other's. */
    public void part(Viewer by, Parted parted) {
        PARTIES.part(jdbc, by.workspace(), parted.holders(), parted.back(), parted.members());
        jdbc.sql(
                        """
                        UPDATE touch_party p SET person_id = :back
                        WHERE p.workspace_id = :workspace AND p.person_id = :holder AND p.met_as IS NULL
                          AND p.address_key = ANY(:addresses)
                        """)
                .param("workspace", by.workspace().value())
                .param("holder", parted.holder())
                .param("back", parted.back())
                .param("addresses", parted.addresses().toArray(String[]::new))
                .update();
    }
}
