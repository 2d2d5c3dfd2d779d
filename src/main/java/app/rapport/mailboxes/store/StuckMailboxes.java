package app.rapport.mailboxes.store;

import app.rapport.database.DatabaseHealth.Finding;
import app.rapport.database.HealthCheck;
import app.rapport.database.OwnerDatabase;
import java.util.List;
import org.springframework.stereotype.Component;

/** Mailboxes of any workspace that cannot be read; by id, for the doctor is not their owner. */
@Component
class StuckMailboxes implements HealthCheck {
    private final OwnerDatabase owner;

    StuckMailboxes(OwnerDatabase owner) {
        this.owner = owner;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> stuck =
                owner.jdbc()
                        .sql(
                                """
                                SELECT id, state FROM mailbox
                                WHERE state = 'stopped' OR state = 'active' AND trouble_since < now() - interval '1 day'
                                ORDER BY id LIMIT 20
                                """)
                        .query((row, _) ->
                                new Finding(
                                        false,
                                        "mailbox %s cannot be read and is %s"
                                                .formatted(
                                                        row.getString("id"),
                                                        row.getString("state")),
                                        "Its owner mends it under Settings, Mailboxes"))
                        .list();
        return stuck.isEmpty()
                ? List.of(new Finding(true, "every mailbox can be read", ""))
                : stuck;
    }
}
