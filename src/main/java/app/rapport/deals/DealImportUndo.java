package app.rapport.deals;

import app.rapport.deals.store.DealsTakenBack;
import app.rapport.deals.store.StageRows;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes back what an import brought of deals, but none of which somebody wrote in any room since.
 */
@Component
class DealImportUndo {
    private final DealsTakenBack deals;
    private final StageRows stages;
    private final ObjectProvider<DealRecords> rooms;

    DealImportUndo(DealsTakenBack deals, StageRows stages, ObjectProvider<DealRecords> rooms) {
        this.deals = deals;
        this.stages = stages;
        this.rooms = rooms;
    }

    /**
     * @param others which other import brought what this one did too
     */
    void of(Viewer viewer, ImportId id, Map<UUID, ImportId> others) {
        List<UUID> brought = deals.broughtBy(viewer, id);
        Set<String> tables =
                rooms.stream().flatMap(room -> room.tables().stream()).collect(Collectors.toSet());
        deals.takeBack(viewer, id, others, deals.spokenOf(viewer, brought, tables));
        stages.takeBack(viewer, id);
    }
}
