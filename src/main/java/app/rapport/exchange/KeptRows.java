package app.rapport.exchange;

import app.rapport.access.Audit;
import app.rapport.access.House;
import app.rapport.access.Us;
import app.rapport.database.AllRecords;
import app.rapport.exchange.contacts.ContactFile;
import app.rapport.exchange.contacts.FileKind;
import app.rapport.exchange.store.KeptRecords;
import app.rapport.exchange.store.KeptRecords.Waiting;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import app.rapport.people.ContactIntake.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rows that imports kept whole for want of a room that takes them, given to it once there is one
 * and somebody asks. They stay part of the import that brought them, and go with it.
 */
@Service
public class KeptRows {
    private static final int MOST = 20_000;
    private static final int BATCH = 500;

    private final KeptRecords records;
    private final House house;
    private final Audit audit;
    private final AllRecords all;

    KeptRows(KeptRecords records, House house, Audit audit, AllRecords all) {
        this.records = records;
        this.house = house;
        this.audit = audit;
        this.all = all;
    }

    /** How many wait for the room of that kind. */
    public long waiting(Viewer viewer, FileKind kind) {
        return records.count(viewer, kind.word());
    }

    /**
     * What became of them.
     *
     * @param left kept as they are: of these nothing can be made
     */
    public record Given(int stored, int known, int left) {
        private Given plus(Given other) {
            return new Given(stored + other.stored, known + other.known, left + other.left);
        }
    }

    /** All or none, and as an import does it: what is known is known to whoever asks. */
    @Transactional
    public Given give(Viewer viewer, RowIntake room) {
        all.untilTheEnd();
        Us us = house.us(viewer);
        Map<List<Object>, List<Waiting>> files = new LinkedHashMap<>();
        for (Waiting one : records.waiting(viewer, room.kind().word(), MOST))
            files.computeIfAbsent(List.of(one.importId(), one.source()), _ -> new ArrayList<>())
                    .add(one);
        Given all = new Given(0, 0, 0);
        Set<ImportId> imports = new LinkedHashSet<>();
        for (List<Waiting> file : files.values()) {
            Origin origin = origin(file);
            imports.add(origin.importId());
            for (int at = 0; at < file.size(); at += BATCH)
                all =
                        all.plus(
                                batch(
                                        viewer,
                                        us,
                                        room,
                                        origin,
                                        file.subList(at, Math.min(file.size(), at + BATCH))));
        }
        imports.forEach(id -> room.concluded(viewer, id));
        if (!imports.isEmpty()) audit.record(viewer, "import.kept", room.kind().word());
        return all;
    }

    /** Which program wrote a file, by the headers that its rows kept. */
    private static Origin origin(List<Waiting> file) {
        Set<String> headers = new LinkedHashSet<>();
        for (Waiting one : file)
            headers.addAll(RowIntakes.row(one.position(), one.record()).cells().keySet());
        List<String> all = List.copyOf(headers);
        return new Origin(
                file.getFirst().importId(), ContactFile.program(all), ContactFile.fingerprint(all));
    }

    private Given batch(
            Viewer viewer, Us us, RowIntake room, Origin origin, List<Waiting> waiting) {
        List<RowIntake.Row> rows =
                waiting.stream().map(one -> RowIntakes.row(one.position(), one.record())).toList();
        List<RowIntake.Outcome> outcomes = room.take(viewer, us, origin, rows).outcomes();
        Map<Waiting, UUID> became = new HashMap<>();
        Given given = new Given(0, 0, 0);
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case RowIntake.Outcome.Stored(UUID subject) -> {
                    became.put(waiting.get(i), subject);
                    given = given.plus(new Given(1, 0, 0));
                }
                case RowIntake.Outcome.AlreadyKnown(UUID subject) -> {
                    became.put(waiting.get(i), subject);
                    given = given.plus(new Given(0, 1, 0));
                }
                case RowIntake.Outcome.SetAside _ -> given = given.plus(new Given(0, 0, 1));
            }
        }
        records.given(viewer, became);
        return given;
    }
}
