package app.rapport.mailboxes.store;

import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mail to somebody who is erased is copied nowhere any more. Which message is whose goes with its
 * touch.
 */
@Component
class ErasedCopies implements PersonRecords {
    private final JdbcClient jdbc;

    ErasedCopies(JdbcClient jdbc) {
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
                        DELETE FROM mailbox_copy WHERE workspace_id = :workspace
                          AND EXISTS (SELECT FROM unnest(:words::bytea[]) word WHERE position(word in raw) > 0)
                        """)
                .param("workspace", by.workspace().value())
                .param(
                        "words",
                        erased.words().words().stream()
                                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                                .toArray(byte[][]::new))
                .update();
        return List.of();
    }
}
