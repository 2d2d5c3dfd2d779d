package app.rapport.mailboxes.store;

import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.WorkspaceId;
import app.rapport.mailboxes.model.MailboxId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which process reads which mailbox. A lease that is not renewed ends by itself: its process is
 * dead.
 */
@Repository
public class Leases {
    public static final Duration LENGTH = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final OutsideWorkspace outside;

    Leases(JdbcClient jdbc, OutsideWorkspace outside) {
        this.jdbc = jdbc;
        this.outside = outside;
    }

    /** A mailbox somewhere on this database. */
    public record Place(WorkspaceId workspace, MailboxId mailbox) {}

    /**
     * A mailbox that is to be kept up with.
     *
     * @param askedAt when somebody last wanted it read at once
     * @param copies how many sent mails wait to be copied into it
     */
    public record Wanted(Place place, Optional<Instant> askedAt, long copies) {}

    /** All that are to be kept up with, in any workspace. */
    public List<Wanted> toKeep() {
        return outside.jdbc()
                .sql("SELECT workspace_id, id, asked_at, copies FROM mailboxes_to_keep()")
                .query((row, _) ->
                        new Wanted(
                                new Place(
                                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                                        new MailboxId(row.getObject("id", UUID.class))),
                                MailboxRows.at(row, "asked_at"),
                                row.getLong("copies")))
                .list();
    }

    /** Takes it where nobody has it, or goes on having it; false when another process has it. */
    public boolean hold(Place place, UUID holder, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE mailbox SET held_by = :holder, held_until = :until
                                WHERE workspace_id = :workspace AND id = :id
                                  AND (held_by = :holder OR held_until IS NULL OR held_until < :now)
                                """)
                        .param("holder", holder)
                        .param("until", now.plus(LENGTH).atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("workspace", place.workspace().value())
                        .param("id", place.mailbox().value())
                        .update()
                == 1;
    }

    public void release(Place place, UUID holder) {
        jdbc.sql(
                        """
                        UPDATE mailbox SET held_by = NULL, held_until = NULL
                        WHERE workspace_id = :workspace AND id = :id AND held_by = :holder
                        """)
                .param("holder", holder)
                .param("workspace", place.workspace().value())
                .param("id", place.mailbox().value())
                .update();
    }
}
