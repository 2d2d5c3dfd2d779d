package app.rapport.people.store;

import app.rapport.database.DatabaseHealth.Finding;
import app.rapport.database.HealthCheck;
import app.rapport.database.OwnerDatabase;
import java.util.List;
import org.springframework.stereotype.Component;

/** People of any workspace whom nobody finds, because their search words are missing. */
@Component
class UnfoundPeople implements HealthCheck {
    private final OwnerDatabase owner;

    UnfoundPeople(OwnerDatabase owner) {
        this.owner = owner;
    }

    @Override
    public List<Finding> findings() {
        long unfound =
                owner.jdbc()
                        .sql(
                                """
                                SELECT count(*) FROM contact c WHERE c.deleted_at IS NULL
                                  AND NOT EXISTS (SELECT FROM contact_search s WHERE s.workspace_id = c.workspace_id AND s.contact_id = c.id)
                                """)
                        .query(Long.class)
                        .single();
        return List.of(
                Finding.none(
                        unfound,
                        "everybody can be searched for",
                        "people who cannot be found by searching: " + unfound,
                        "bin/rapport doctor --rebuild writes their search words anew"));
    }
}
