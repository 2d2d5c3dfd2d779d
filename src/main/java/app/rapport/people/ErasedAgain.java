package app.rapport.people;

import app.rapport.database.Compaction;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.OwnerDatabase;
import app.rapport.database.Tombstones;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** After a restore, before anybody looks: whoever was erased since the backup is erased again. */
@Service
public class ErasedAgain {
    private final Erasures erasures;
    private final Tombstones tombstones;
    private final OwnerDatabase owner;
    private final Compaction compaction;

    ErasedAgain(
            Erasures erasures, Tombstones tombstones, OwnerDatabase owner, Compaction compaction) {
        this.erasures = erasures;
        this.tombstones = tombstones;
        this.owner = owner;
        this.compaction = compaction;
    }

    /** How many people. */
    public int run() {
        List<UUID> workspaces =
                tombstones.outside().stream().map(Tombstones.Line::workspace).distinct().toList();
        int erased = 0;
        for (UUID workspace : workspaces) {
            Optional<Viewer> viewer = ownerOf(workspace);
            if (viewer.isEmpty()) continue;
            erased +=
                    CurrentWorkspace.call(
                            viewer.get().workspace(), () -> erasures.again(viewer.get()));
        }
        if (erased > 0) compaction.run();
        return erased;
    }

    private Optional<Viewer> ownerOf(UUID workspace) {
        return owner.jdbc()
                .sql(
                        "SELECT id FROM member WHERE workspace_id = :workspace AND role = 'owner' AND left_at IS NULL ORDER BY id LIMIT 1")
                .param("workspace", workspace)
                .query(UUID.class)
                .optional()
                .map(id ->
                        new Viewer(new WorkspaceId(workspace), new MemberId(id), ZoneId.of("UTC")));
    }
}
