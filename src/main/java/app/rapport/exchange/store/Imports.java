package app.rapport.exchange.store;

import app.rapport.database.NewestFirst;
import app.rapport.exchange.model.AsideItem;
import app.rapport.exchange.model.BatchResult;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Reached;
import app.rapport.exchange.model.Report;
import app.rapport.exchange.model.Source;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports as records: their files, how far they are, what became of each item. */
@Repository
public class Imports {
    private final JdbcClient jdbc;
    private final ImportFiles files;
    private final ImportItems items;

    Imports(JdbcClient jdbc, ImportFiles files, ImportItems items) {
        this.jdbc = jdbc;
        this.items = items;
        this.files = files;
    }

    public void begin(
            Viewer viewer,
            ImportId id,
            String title,
            Progress.State state,
            List<Source> sources,
            List<String> skipped,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO import (workspace_id, id, member_id, title, state, bytes_total, skipped_files, created_at)
                        VALUES (:workspace, :id, :member, :title, :state, :bytes, :skipped, :now)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("member", viewer.member().value())
                .param("title", title)
                .param("state", state.word())
                .param("bytes", sources.stream().mapToLong(Source::size).sum())
                .param("skipped", skipped.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        files.insert(viewer, id, sources);
    }

    /** Lets an import that waits for its mapping run; false when it does not wait. */
    public boolean start(Viewer viewer, ImportId id) {
        return jdbc.sql(
                                """
                                UPDATE import SET state = 'running'
                                WHERE workspace_id = :workspace AND member_id = :member AND id = :id AND state = 'mapping'
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** A record for mail that comes in by itself, until {@link #nothingComesAnyMore}. */
    public void beginComing(Viewer viewer, ImportId id, String title, Instant now) {
        begin(viewer, id, title, Progress.State.DONE, List.of(), List.of(), now);
        comes(viewer, id, true);
    }

    public void nothingComesAnyMore(Viewer viewer, ImportId id) {
        comes(viewer, id, false);
    }

    private void comes(Viewer viewer, ImportId id, boolean comes) {
        jdbc.sql("UPDATE import SET comes = :comes WHERE workspace_id = :workspace AND id = :id")
                .param("comes", comes)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .update();
    }

    public boolean comesInByItself(Viewer viewer, ImportId id) {
        return jdbc.sql("SELECT comes FROM import WHERE workspace_id = :workspace AND id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Notes that reading begins, or goes on after it was cut short. */
    public void going(Viewer viewer, ImportId id, Instant now) {
        jdbc.sql(
                        """
                        UPDATE import SET resumed = going_since IS NOT NULL, going_since = :now, read_before = read, bytes_before = bytes_done
                        WHERE workspace_id = :workspace AND id = :id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .update();
    }

    /** Counts, items and positions of a batch; in the batch's own transaction. */
    public void advance(
            Viewer viewer, ImportId id, List<Reached> reached, long bytes, BatchResult batch) {
        files.reached(viewer, id, reached);
        count(viewer, id, bytes, batch);
    }

    /** Counts and items of a batch that has no place in a file. */
    public void count(Viewer viewer, ImportId id, long bytes, BatchResult batch) {
        List<ImportItems.Row> rows = items.rows(viewer, batch.results());
        long stored = rows.stream().filter(item -> item.outcome().equals("stored")).count();
        long known = rows.stream().filter(item -> item.outcome().equals("known")).count();
        long first =
                jdbc.sql(
                                        """
                                        UPDATE import SET read = read + :read, stored = stored + :stored, already_known = already_known + :known,
                                               set_aside = set_aside + :aside, bytes_done = least(bytes_total, bytes_done + :bytes),
                                               contacts_created = contacts_created + :contacts, contacts_updated = contacts_updated + :contactsUpdated,
                                               accounts_created = accounts_created + :accounts, accounts_updated = accounts_updated + :accountsUpdated
                                        WHERE workspace_id = :workspace AND id = :id
                                        RETURNING read
                                        """)
                                .param("workspace", viewer.workspace().value())
                                .param("id", id.value())
                                .param("read", rows.size())
                                .param("stored", stored)
                                .param("known", known)
                                .param("aside", rows.size() - stored - known)
                                .param("bytes", bytes)
                                .param("contacts", batch.contacts().created())
                                .param("contactsUpdated", batch.contacts().updated())
                                .param("accounts", batch.accounts().created())
                                .param("accountsUpdated", batch.accounts().updated())
                                .query(Long.class)
                                .single()
                        - rows.size();
        items.insert(viewer, id, batch.results(), rows, first);
    }

    public void end(
            Viewer viewer,
            ImportId id,
            Progress.State state,
            Optional<String> failure,
            Instant now) {
        jdbc.sql(
                        "UPDATE import SET state = :state, failure = :failure, finished_at = :now, bytes_done = CASE WHEN :state = 'done' THEN bytes_total ELSE bytes_done END WHERE workspace_id = :workspace AND id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("state", state.word())
                .param("failure", failure.orElse(null))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Each changed record counts once, however many of its rows changed it. */
    public void countUpdated(Viewer viewer, ImportId id, int contacts, int accounts) {
        jdbc.sql(
                        """
                        UPDATE import SET contacts_updated = :contacts, accounts_updated = :accounts
                        WHERE workspace_id = :workspace AND id = :id
                        """)
                .param("contacts", contacts)
                .param("accounts", accounts)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .update();
    }

    public void cancel(Viewer viewer, ImportId id) {
        jdbc.sql(
                        "UPDATE import SET state = 'cancelled' WHERE workspace_id = :workspace AND member_id = :member AND id = :id AND state IN ('running', 'mapping', 'waiting')")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id.value())
                .update();
    }

    public Optional<Progress> progress(Viewer viewer, ImportId id) {
        return jdbc.sql(
                        "SELECT import.*, "
                                + Readers.IS_READ
                                + " AS is_read FROM import WHERE workspace_id = :workspace AND member_id = :member AND id = :id")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id.value())
                .query((row, _) -> ImportRow.progress(row))
                .optional();
    }

    /** The member's imports, newest first; not what comes in by itself. */
    public List<Progress> page(Viewer viewer, PlaceInTime before, int most) {
        return NewestFirst.before(
                        jdbc.sql(
                                "SELECT import.*, "
                                        + Readers.IS_READ
                                        + " AS is_read FROM import WHERE workspace_id = :workspace AND member_id = :member AND NOT comes"
                                        + NewestFirst.by("created_at", "id")),
                        before,
                        most)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .query((row, _) -> ImportRow.progress(row))
                .list();
    }

    /** Files that hold nothing to import. */
    public List<String> skipped(Viewer viewer, ImportId id) {
        return jdbc.sql(
                        "SELECT unnest(skipped_files) FROM import WHERE workspace_id = :workspace AND id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .query(String.class)
                .list();
    }

    /** Notes that somebody has said here who is us. */
    public void usSaid(Viewer viewer, ImportId id) {
        jdbc.sql(
                        "UPDATE import SET us_said = true WHERE workspace_id = :workspace AND member_id = :member AND id = :id")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id.value())
                .update();
    }

    public Report report(Viewer viewer, ImportId id) {
        Progress progress = progress(viewer, id).orElseThrow();
        return new Report(
                progress.read(),
                progress.stored(),
                progress.alreadyKnown(),
                progress.setAside(),
                items.aside(viewer, id, -1, 1_000).stream().map(AsideItem::what).toList(),
                skipped(viewer, id),
                new Report.Changes(progress.contactsCreated(), progress.contactsUpdated()),
                new Report.Changes(progress.accountsCreated(), progress.accountsUpdated()));
    }

    /** An import that is not at its end, and whose. */
    public record Unfinished(MemberId member, ImportId id, Progress.State state) {}

    /** All that run or wait in a workspace, the oldest first. */
    public List<Unfinished> unfinished(WorkspaceId workspace) {
        return jdbc.sql(
                        """
                        SELECT member_id, id, state FROM import
                        WHERE workspace_id = :workspace AND state IN ('mapping', 'running') ORDER BY created_at
                        """)
                .param("workspace", workspace.value())
                .query((row, _) ->
                        new Unfinished(
                                new MemberId(row.getObject("member_id", UUID.class)),
                                new ImportId(row.getObject("id", UUID.class)),
                                Progress.State.of(row.getString("state"))))
                .list();
    }
}
