package app.rapport.conversations.store;

import app.rapport.database.PointedRows;
import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is being written to a person goes along when two become one, and goes when one is erased.
 */
@Repository
class DraftsToPeople implements PersonRecords {
    private static final PointedRows DRAFTS =
            new PointedRows("mail_draft", "person_id", "person_origin");

    private final JdbcClient jdbc;

    DraftsToPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of(DRAFTS.name(), DRAFTS.originName());
    }

    @Override
    public void join(Viewer by, Joined joined) {
        if (joined.kind() == RecordKind.CONTACT)
            DRAFTS.join(jdbc, by.workspace(), joined.from(), joined.into());
    }

    @Override
    public void part(Viewer by, Parted parted) {
        if (parted.kind() == RecordKind.CONTACT)
            DRAFTS.part(jdbc, by.workspace(), parted.holders(), parted.back(), parted.members());
    }

    @Override
    public List<String> erase(Viewer by, Erased erased) {
        jdbc.sql(
                        """
                        DELETE FROM mail_draft WHERE workspace_id = :workspace
                          AND (person_id = ANY(:people) OR person_origin = ANY(:people))
                        """)
                .param("workspace", by.workspace().value())
                .param("people", erased.people().toArray(UUID[]::new))
                .update();
        return List.of();
    }
}
