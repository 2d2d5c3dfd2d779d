package app.rapport.people.model;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Which company belongs to which: none may stand above itself, however far up. */
public final class Lineage {
    private final Map<UUID, UUID> parents = new HashMap<>();

    public void add(UUID child, UUID parent) {
        parents.put(child, parent);
    }

    /** Whether the parent does not belong to the child itself. */
    public boolean allows(UUID child, UUID parent) {
        UUID above = parent;
        // a circle that stands there already must not be walked for ever
        for (int steps = 0; above != null && steps <= parents.size(); steps++) {
            if (above.equals(child)) return false;
            above = parents.get(above);
        }
        return true;
    }
}
