package app.rapport.conversations.store;

import app.rapport.database.DatabaseHealth.Finding;
import app.rapport.database.HealthCheck;
import app.rapport.database.OwnerDatabase;
import java.util.List;
import org.springframework.stereotype.Component;

/** Touches of any workspace with people who do not exist. */
@Component
class StrayTouches implements HealthCheck {
    private final OwnerDatabase owner;

    StrayTouches(OwnerDatabase owner) {
        this.owner = owner;
    }

    /** Each person is looked for once, not with each of their touches. */
    @Override
    public List<Finding> findings() {
        long stray =
                owner.jdbc()
                        .sql(
                                """
                                SELECT count(*) FROM (SELECT DISTINCT workspace_id, person_id FROM touch_party WHERE person_id IS NOT NULL) met
                                WHERE NOT EXISTS (SELECT FROM contact c WHERE c.workspace_id = met.workspace_id AND c.id = met.person_id)
                                """)
                        .query(Long.class)
                        .single();
        return List.of(
                Finding.none(
                        stray,
                        "everybody in a touch exists",
                        "people in touches who do not exist: " + stray,
                        "Go back to a backup; until then these touches are in no story"));
    }
}
