package app.rapport.promises;

import app.rapport.kernel.ExperienceEntry;
import app.rapport.kernel.ExperienceEntry.Key;
import app.rapport.kernel.ExperienceEntry.Kind;
import app.rapport.kernel.ExperienceSource;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.State;
import app.rapport.promises.store.PromiseRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Our promises as those meet them to whom we made them. */
@Component
class PromiseExperience implements ExperienceSource {
    private final PromiseRows rows;

    PromiseExperience(PromiseRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<PersonId, List<ExperienceEntry>> entries(
            Viewer viewer, Collection<PersonId> people, Instant since, Instant at) {
        Map<PersonId, List<ExperienceEntry>> entries = new HashMap<>();
        rows.ours(viewer, people).stream()
                .filter(one -> !one.madeAt().isAfter(at))
                .map(one -> one.asOf(at))
                .forEach(one ->
                        one.person()
                                .ifPresent(person ->
                                        entries.computeIfAbsent(person, _ -> new ArrayList<>())
                                                .addAll(entries(viewer, one))));
        return entries;
    }

    private static List<ExperienceEntry> entries(Viewer viewer, Promise promise) {
        State state = promise.state(viewer.zone());
        double points = points(state) * promise.weight();
        if (points == 0) return List.of();
        String what = promise.what().isEmpty() ? "A promise made in a mail" : promise.what();
        return List.of(
                new ExperienceEntry(
                        new Key("promise", promise.id().toString()),
                        Kind.DEED,
                        promise.standing().getLast().at(),
                        points,
                        what + ": " + state.words(),
                        "/promises/" + promise.id()));
    }

    /** Of a promise of weight one; broken ones weigh more, as they do in trust. */
    private static double points(State state) {
        return switch (state) {
            case KEPT -> 3;
            case KEPT_LATE -> -2;
            case BROKEN -> -7;
            case WITHDRAWN -> -3;
            case RENEGOTIATED -> -.5;
            case OPEN, WAITING -> 0;
        };
    }
}
