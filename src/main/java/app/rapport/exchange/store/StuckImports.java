package app.rapport.exchange.store;

import app.rapport.database.DatabaseHealth.Finding;
import app.rapport.database.HealthCheck;
import app.rapport.database.OwnerDatabase;
import java.util.List;
import org.springframework.stereotype.Component;

/** Imports of any workspace that failed, or that nobody has brought to an end for a day. */
@Component
class StuckImports implements HealthCheck {
    private final OwnerDatabase owner;

    StuckImports(OwnerDatabase owner) {
        this.owner = owner;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> stuck =
                owner.jdbc()
                        .sql(
                                """
                                SELECT title, state, read, coalesce(failure, '') AS failure FROM import
                                WHERE state = 'failed'
                                   OR state IN ('waiting', 'running', 'paused') AND created_at < now() - interval '1 day'
                                ORDER BY created_at DESC LIMIT 20
                                """)
                        .query((row, _) ->
                                new Finding(
                                        false,
                                        "the import of %s is %s after %d items %s"
                                                .formatted(
                                                        row.getString("title"),
                                                        row.getString("state"),
                                                        row.getLong("read"),
                                                        row.getString("failure"))
                                                .strip(),
                                        "Import it again: what is stored already is not stored twice"))
                        .list();
        return stuck.isEmpty() ? List.of(new Finding(true, "no import is stuck", "")) : stuck;
    }
}
