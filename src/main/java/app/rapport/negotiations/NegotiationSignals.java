package app.rapport.negotiations;

import app.rapport.kernel.Level;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.Readiness;
import app.rapport.negotiations.store.NegotiationRows;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Planning that is near or due, with parts missing. */
@Component
class NegotiationSignals implements SignalSource {
    private static final Duration NEAR = Duration.ofDays(2);
    private static final Duration DUE = Duration.ofDays(14);

    private final NegotiationRows rows;
    private final Negotiations negotiations;
    private final PlanVersions versions;

    NegotiationSignals(NegotiationRows rows, Negotiations negotiations, PlanVersions versions) {
        this.rows = rows;
        this.negotiations = negotiations;
        this.versions = versions;
    }

    @Override
    public List<Signal> signals(Viewer viewer, Instant at) {
        return rows.planned(viewer, at.minus(DUE), at.plus(NEAR), at).stream()
                .flatMap(id ->
                        versions.asOf(viewer, id, at).stream()
                                .flatMap(plan -> signal(viewer, id, plan).stream()))
                .toList();
    }

    private Optional<Signal> signal(Viewer viewer, NegotiationId id, Plan plan) {
        List<Readiness.Missing> missing = negotiations.readiness(viewer, plan).missing();
        if (missing.isEmpty() || plan.planOn().isEmpty()) return Optional.empty();
        Instant on = plan.planOn().get();
        String day =
                DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH)
                        .format(on.atZone(viewer.zone()));
        int others = missing.size() - 1;
        return Optional.of(
                new Signal(
                        new Signal.Key("plan", id + "-" + on.getEpochSecond()),
                        Optional.empty(),
                        Optional.empty(),
                        Level.PROMISE_DUE,
                        "The plan for “"
                                + plan.title()
                                + "” is due "
                                + day
                                + "; not known yet: "
                                + missing.getFirst().words()
                                + (others > 0 ? ", and " + others + " more." : "."),
                        List.of(),
                        on.minus(NEAR),
                        "Take half an hour for the plan, or move its date.",
                        "You sit down at the table without knowing where you walk away.",
                        .6,
                        Optional.of(new Signal.About(plan.title(), "/negotiations/" + id))));
    }
}
