package app.rapport.post;

import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mail to somebody who is erased goes from the outbox, also what still waits. What was sent to
 * others too is a touch by then, where they are taken out by name.
 */
@Component
class ErasedMail implements PersonRecords {
    private final JdbcClient jdbc;

    ErasedMail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public List<String> erase(Viewer by, Erased erased) {
        jdbc.sql(
                        """
                        DELETE FROM outgoing_mail WHERE workspace_id = :workspace
                          AND (EXISTS (SELECT FROM unnest(recipients) r WHERE lower(r) = ANY(:addresses))
                               OR state IN ('sent', 'failed', 'withdrawn')
                                  AND EXISTS (SELECT FROM unnest(:words::bytea[]) word WHERE position(word in raw) > 0))
                        """)
                .param("workspace", by.workspace().value())
                .param("addresses", erased.addresses().toArray(String[]::new))
                .param(
                        "words",
                        erased.words().words().stream()
                                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                                .toArray(byte[][]::new))
                .update();
        return List.of();
    }
}
