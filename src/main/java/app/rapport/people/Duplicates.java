package app.rapport.people;

import app.rapport.access.Audit;
import app.rapport.kernel.Cursor;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import app.rapport.linkage.Link;
import app.rapport.linkage.Linkage;
import app.rapport.linkage.Population;
import app.rapport.linkage.Reason;
import app.rapport.people.store.DuplicateRows;
import app.rapport.people.store.DuplicateRows.Found;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People and companies that may stand here twice: found over the whole workspace, decided by
 * somebody.
 */
@Service
public class Duplicates {
    private static final Logger LOG = LoggerFactory.getLogger(Duplicates.class);
    private static final double LIKELY = 0.5;
    private static final long BYTES_A_RECORD = 4_096;
    private static final int KEPT = 5_000;
    private static final double WORTH_SAYING = 1; // bits: it doubles the odds, or halves them

    private final DuplicateRows rows;
    private final Audit audit;
    private final Clock clock;

    Duplicates(DuplicateRows rows, Audit audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param speaksFor what agrees, the strongest first
     */
    public record Pair(
            UUID one, UUID two, double probability, List<String> speaksFor, List<String> against) {}

    /**
     * Compares everything of a workspace anew; what was decided stays decided. Where there is more
     * than the program's memory holds, what was found before stays.
     */
    @Transactional
    public void search(WorkspaceId workspace) {
        rows.searched(workspace);
        for (RecordKind kind : RecordKind.values()) search(workspace, kind);
    }

    private void search(WorkspaceId workspace, RecordKind kind) {
        long most = most(Runtime.getRuntime().maxMemory());
        if (rows.moreThan(workspace, kind, most)) {
            LOG.warn(
                    "more than {} records of one kind: not looked through for duplicates in this much memory",
                    most);
            return;
        }
        List<UUID> ids = new ArrayList<>();
        Population.Builder all = Population.of(DuplicateRows.columns(kind));
        rows.everything(
                workspace,
                kind,
                (id, values) -> {
                    ids.add(id);
                    all.row(values);
                });
        rows.replace(workspace, kind, ids.size() < 2 ? List.of() : found(all.build(), ids));
    }

    /**
     * How many records are compared where the program has so much memory. A million rows took 2 GB
     * by themselves, and whoever else asks the program for something needs the other half.
     *
     * @param memory bytes
     */
    static long most(long memory) {
        return memory / BYTES_A_RECORD;
    }

    private static List<Found> found(Population all, List<UUID> ids) {
        Linkage linkage = Linkage.of(all);
        return linkage.links().stream()
                .filter(link -> link.probability() >= LIKELY)
                .sorted(Comparator.comparingDouble(Link::probability).reversed())
                .limit(KEPT)
                .map(link -> found(link, linkage.reasons(link.a(), link.b()), ids))
                .toList();
    }

    private static Found found(Link link, List<Reason> reasons, List<UUID> ids) {
        return new Found(
                ids.get(link.a()),
                ids.get(link.b()),
                link.probability(),
                words(reasons, 1),
                words(reasons, -1));
    }

    private static List<String> words(List<Reason> reasons, int sign) {
        return reasons.stream()
                .filter(reason -> reason.bits() * sign > WORTH_SAYING)
                .sorted(Comparator.comparingDouble(reason -> -reason.bits() * sign))
                .map(reason -> reason.column() + " " + reason.agreement())
                .toList();
    }

    /**
     * Pairs that nobody has decided, the likeliest first.
     *
     * @throws IllegalArgumentException when the cursor is none of this list
     */
    public Slice<Pair> page(Viewer viewer, RecordKind kind, Optional<String> cursor, int most) {
        List<String> from =
                cursor.map(text -> Cursor.read(text, 3).keys())
                        .orElse(List.of("2", new UUID(0, 0).toString(), new UUID(0, 0).toString()));
        List<Pair> found =
                rows.page(
                        viewer,
                        kind,
                        Double.parseDouble(from.get(0)),
                        UUID.fromString(from.get(1)),
                        UUID.fromString(from.get(2)),
                        most + 1);
        return Slice.of(
                found,
                most,
                pair ->
                        Cursor.at(
                                        String.valueOf((float) pair.probability()),
                                        pair.one().toString(),
                                        pair.two().toString())
                                .text());
    }

    /** How many there are, counted no further than {@code most}. */
    public long count(Viewer viewer, RecordKind kind, int most) {
        return rows.count(viewer, kind, most);
    }

    /** Says that two are two; they are not offered again. False when one is not there. */
    @Transactional
    public boolean differ(Viewer viewer, RecordKind kind, UUID one, UUID two) {
        boolean said = rows.differ(viewer, kind, one, two, clock.instant());
        if (said) audit.record(viewer, word(kind) + ".different", one);
        return said;
    }

    /** Takes that back; false when nobody said so. */
    @Transactional
    public boolean differNot(Viewer viewer, RecordKind kind, UUID one, UUID two) {
        boolean back = rows.differNot(viewer, kind, one, two);
        if (back) audit.record(viewer, word(kind) + ".different-undone", one);
        return back;
    }

    private static String word(RecordKind kind) {
        return kind == RecordKind.CONTACT ? "contact" : "account";
    }
}
