package app.rapport.conversations.store;

import app.rapport.database.DatabaseHealth.Finding;
import app.rapport.database.HealthCheck;
import app.rapport.database.OwnerDatabase;
import java.util.List;
import org.springframework.stereotype.Component;

/** Mails and attachments of any workspace whose content is not there any more. */
@Component
class LostOriginals implements HealthCheck {
    private final OwnerDatabase owner;

    LostOriginals(OwnerDatabase owner) {
        this.owner = owner;
    }

    @Override
    public List<Finding> findings() {
        long lost =
                owner.jdbc()
                        .sql(
                                """
                                SELECT count(*) FROM (
                                  SELECT workspace_id, raw_digest AS digest FROM touch WHERE raw_digest IS NOT NULL
                                  UNION ALL SELECT workspace_id, digest FROM attachment WHERE size > 0) held
                                WHERE NOT EXISTS (SELECT FROM blob b WHERE b.workspace_id = held.workspace_id
                                                  AND b.digest = held.digest AND b.chunk = 0)
                                """)
                        .query(Long.class)
                        .single();
        return List.of(
                Finding.none(
                        lost,
                        "every mail has its original",
                        lost + " mails or attachments have lost their original",
                        "Go back to a backup, or import the mail again from its source"));
    }
}
