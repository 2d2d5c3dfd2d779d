package app.rapport.exchange;

import app.rapport.exchange.contacts.Item;
import app.rapport.exchange.store.ImportItems;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which room takes which rows. */
@Component
class RowIntakes {
    private final List<RowIntake> all;
    private final ImportItems items;

    RowIntakes(List<RowIntake> all, ImportItems items) {
        this.all = all;
        this.items = items;
    }

    /** The room for such a row; empty where it is kept. */
    Optional<RowIntake> of(Item.Kept kept) {
        return all.stream().filter(room -> room.kind().word().equals(kept.kind())).findFirst();
    }

    static RowIntake.Row row(Item.Kept kept) {
        return row(kept.position(), kept.record());
    }

    static RowIntake.Row row(String position, String record) {
        return new RowIntake.Row(
                position,
                JsonMapper.shared().readValue(record, new TypeReference<Map<String, String>>() {}));
    }

    void concluded(Viewer viewer, ImportId id) {
        all.forEach(room -> room.concluded(viewer, id));
    }

    void takenBack(Viewer viewer, ImportId id) {
        if (all.isEmpty()) return;
        Map<UUID, ImportId> others = items.broughtByOthers(viewer, id);
        all.forEach(room -> room.takenBack(viewer, id, others));
    }
}
