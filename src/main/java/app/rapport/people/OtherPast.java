package app.rapport.people;

import app.rapport.kernel.Viewer;
import app.rapport.people.model.Union;
import app.rapport.people.store.MergeRows;
import app.rapport.people.store.RecordStates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What would stand there without one merge: the winner as it was before, and the later merges of it
 * made again on that past, up to the record that stands for them now.
 */
final class OtherPast {
    private final MergeRows rows;
    private final RecordStates states;
    private final Viewer viewer;
    private final Merge undone;
    private Map<String, String> base;
    private Map<String, String> instead;

    OtherPast(MergeRows rows, RecordStates states, Viewer viewer, Merge undone) {
        this.rows = rows;
        this.states = states;
        this.viewer = viewer;
        this.undone = undone;
        this.base = undone.after();
        this.instead = undone.before();
    }

    /**
     * @param holder stands for all that were joined
     * @param now what stands there
     * @return what stands there afterwards
     */
    Map<String, String> write(UUID holder, Map<String, String> now) {
        UUID standing = undone.winner();
        Optional<Merge> next = next(standing, undone.id());
        while (next.isPresent()) {
            Merge later = next.get();
            if (standing.equals(later.loser())) hiddenAgain(later);
            follow(later, standing);
            standing = later.winner();
            next = next(standing, later.id());
        }
        Map<String, String> rest = undone.union().rebased(base, instead, now);
        put(holder, undone.union().changed(now, rest), rest);
        return rest;
    }

    private Optional<Merge> next(UUID standing, UUID after) {
        return rows.around(viewer, List.of(standing)).stream()
                .filter(merge -> merge.id().compareTo(after) > 0)
                .findFirst();
    }

    private void follow(Merge later, UUID standing) {
        Union union = later.union();
        Merge again =
                standing.equals(later.winner())
                        ? later.with(
                                union.rebased(base, instead, later.before()), later.loserBefore())
                        : later.with(
                                later.before(), union.rebased(base, instead, later.loserBefore()));
        rows.rewrite(viewer, again);
        base = later.after();
        instead = again.after();
    }

    /** The winner was joined to another itself: its hidden record becomes what it was too. */
    private void hiddenAgain(Merge into) {
        Map<String, String> hidden = into.loserBefore();
        Map<String, String> rest = into.union().rebased(base, instead, hidden);
        Map<String, String> changed = into.union().changed(hidden, rest);
        changed.keySet().removeAll(List.of("mail", "domain"));
        put(into.loser(), changed, rest);
    }

    private void put(UUID id, Map<String, String> changed, Map<String, String> state) {
        states.write(
                viewer,
                undone.kind(),
                id,
                changed,
                Instant.parse(state.getOrDefault(Union.UPDATED_AT, "")));
    }
}
