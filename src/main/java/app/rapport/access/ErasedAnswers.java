package app.rapport.access;

import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers that are kept for a day name whom they were about. */
@Component
class ErasedAnswers implements PersonRecords {
    private final JdbcClient jdbc;

    ErasedAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public List<String> erase(Viewer by, Erased erased) {
        byte[][] words =
                Stream.concat(
                                erased.people().stream().map(Object::toString),
                                erased.words().words().stream())
                        .map(word -> word.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new);
        jdbc.sql(
                        """
                        DELETE FROM idempotent_answer WHERE workspace_id = :workspace
                          AND EXISTS (SELECT FROM unnest(:words::bytea[]) word WHERE position(word in body) > 0)
                        """)
                .param("workspace", by.workspace().value())
                .param("words", words)
                .update();
        return List.of();
    }
}
