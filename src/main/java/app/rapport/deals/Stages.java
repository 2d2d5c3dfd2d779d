package app.rapport.deals;

import app.rapport.access.Audit;
import app.rapport.access.Refused;
import app.rapport.deals.store.StageRows;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The stages through which deals of a workspace go. */
@Service
public class Stages {
    private static final int MOST = 30;

    private final StageRows rows;
    private final Audit audit;

    Stages(StageRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /** In the order of the board. */
    public List<Stage> all(Viewer viewer) {
        return rows.all(viewer);
    }

    public Optional<Stage> one(Viewer viewer, UUID id) {
        return all(viewer).stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    /** Where a new deal begins. */
    public Stage first(Viewer viewer) {
        return all(viewer).stream().filter(Stage::isOpen).findFirst().orElseThrow();
    }

    /** What a stage is to be called; one without an id is new, one left out goes. */
    public record Wish(Optional<UUID> id, String name, Stage.Kind kind) {}

    /**
     * Makes these the stages, in their order.
     *
     * @throws Refused when deals would be left without theirs, or none is left to begin in
     */
    @Transactional
    public void change(Viewer viewer, List<Wish> wishes) {
        rows.settle(viewer);
        List<Stage> wanted = numbered(wishes.stream().filter(w -> !w.name().isBlank()).toList());
        for (Stage.Kind kind : Stage.Kind.values())
            if (wanted.stream().noneMatch(stage -> stage.kind() == kind))
                throw new Refused("stages", "Keep at least one stage that is " + kind.word());
        if (wanted.size() > MOST) throw new Refused("stages", "At most " + MOST + " stages");
        Set<UUID> kept = new HashSet<>();
        wanted.forEach(stage -> kept.add(stage.id()));
        for (Stage stage : all(viewer)) if (!kept.contains(stage.id())) remove(viewer, stage);
        rows.put(viewer, wanted, Optional.empty());
        audit.record(viewer, "deals.stages");
    }

    private void remove(Viewer viewer, Stage stage) {
        if (rows.isUsed(viewer, stage.id()))
            throw new Refused(
                    "stages",
                    "Deals stand in \"" + stage.name() + "\". Move them first, then leave it out");
        rows.remove(viewer, stage.id());
    }

    private static List<Stage> numbered(List<Wish> wishes) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<Stage> stages = new ArrayList<>();
        for (Wish wish : wishes) {
            String name = wish.name().strip();
            if (!names.add(name))
                throw new Refused("stages", "Two stages are called \"" + name + "\"");
            stages.add(
                    new Stage(
                            wish.id().orElseGet(Uuid7::next),
                            name,
                            wish.kind(),
                            stages.size() + 1));
        }
        return stages;
    }
}
