package app.rapport.deals;

import app.rapport.deals.model.DealRow;
import app.rapport.deals.model.ImportedStages;
import app.rapport.deals.store.StageRows;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * In which stage the rows of a file are. What the workspace does not know is added before the
 * stages that end a deal; a workspace that has no stages of its own yet takes the file's instead of
 * the program's.
 */
@Component
class StagesOfRows {
    private static final int MOST = 30;

    private final StageRows rows;

    StagesOfRows(StageRows rows) {
        this.rows = rows;
    }

    /** Stages by their folded name, the first of each kind, and where an unknown one goes. */
    record Resolved(Map<String, Stage> named, Stage first, Stage won, Stage lost) {
        Stage of(DealRow row) {
            Stage named = named().get(People.nameKey(row.stage()));
            if (row.won().isPresent()) {
                Stage.Kind kind = row.won().get() ? Stage.Kind.WON : Stage.Kind.LOST;
                if (named != null && named.kind() == kind) return named;
                return row.won().get() ? won : lost;
            }
            return named == null ? first : named;
        }
    }

    Resolved resolve(Viewer viewer, ImportId importId, List<DealRow> read) {
        List<Stage> standing = rows.all(viewer);
        boolean own = rows.isSettled(viewer);
        List<String> fresh = fresh(read, standing);
        if (fresh.isEmpty()) {
            if (!own) rows.put(viewer, standing, Optional.of(importId));
            return resolved(standing);
        }
        List<Stage> all =
                own
                        ? together(standing, fresh)
                        : together(ended(standing), fresh(read, ended(standing)));
        List<Stage> old =
                own ? all.stream().filter(stage -> isIn(standing, stage)).toList() : List.of();
        rows.put(viewer, old, Optional.empty());
        rows.put(
                viewer,
                all.stream().filter(stage -> !old.contains(stage)).toList(),
                Optional.of(importId));
        return resolved(all);
    }

    private static List<Stage> ended(List<Stage> stages) {
        return stages.stream().filter(stage -> !stage.isOpen()).toList();
    }

    private static boolean isIn(List<Stage> stages, Stage stage) {
        return stages.stream().anyMatch(old -> old.id().equals(stage.id()));
    }

    /** Names of open stages that are not known; bare numbers are ids that mean nothing here. */
    private static List<String> fresh(List<DealRow> read, List<Stage> standing) {
        Map<String, String> fresh = new LinkedHashMap<>();
        for (DealRow row : read)
            if (row.won().isEmpty() && row.stage().matches(".*\\p{L}.*"))
                fresh.putIfAbsent(People.nameKey(row.stage()), row.stage());
        standing.forEach(stage -> fresh.remove(People.nameKey(stage.name())));
        return fresh.values().stream().limit(Math.max(0, MOST - standing.size())).toList();
    }

    /** With the new ones behind the open ones, in the order in which a deal goes through them. */
    private static List<Stage> together(List<Stage> kept, List<String> fresh) {
        List<Stage> all = new ArrayList<>(kept.stream().filter(Stage::isOpen).toList());
        fresh.stream()
                .sorted(Comparator.comparingInt(name -> ImportedStages.place(People.nameKey(name))))
                .forEach(name -> all.add(new Stage(Uuid7.next(), name, Stage.Kind.OPEN, 0)));
        kept.stream().filter(stage -> !stage.isOpen()).forEach(all::add);
        List<Stage> numbered = new ArrayList<>();
        for (Stage stage : all)
            numbered.add(new Stage(stage.id(), stage.name(), stage.kind(), numbered.size() + 1));
        return numbered;
    }

    private static Resolved resolved(List<Stage> all) {
        Map<String, Stage> named = new HashMap<>();
        all.forEach(stage -> named.putIfAbsent(People.nameKey(stage.name()), stage));
        return new Resolved(
                named,
                first(all, Stage.Kind.OPEN),
                first(all, Stage.Kind.WON),
                first(all, Stage.Kind.LOST));
    }

    private static Stage first(List<Stage> all, Stage.Kind kind) {
        return all.stream().filter(stage -> stage.kind() == kind).findFirst().orElseThrow();
    }
}
