package app.rapport.negotiations;

import app.rapport.kernel.Level;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.Readiness;
import app.rapport.negotiations.store.NegotiationsThen;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Planning that is near or due, with parts missing. Of a past moment by the plan, the team and the
 * date that were known then; a plan of which no version is that old is left out.
 */
@Component
class NegotiationSignals implements SignalSource {
    private static final Duration NEAR = Duration.ofDays(2);
    private static final Duration DUE = Duration.ofDays(14);

    private final NegotiationsThen rows;
    private final Negotiations negotiations;
    private final PlanVersions versions;
    private final TeamsThen teams;

    NegotiationSignals(
            NegotiationsThen rows,
            Negotiations negotiations,
            PlanVersions versions,
            TeamsThen teams) {
        this.rows = rows;
        this.negotiations = negotiations;
        this.versions = versions;
        this.teams = teams;
    }

    @Override
    public List<Signal> signals(Viewer viewer, Instant at) {
        List<NegotiationId> planned = rows.planned(viewer, at.minus(DUE), at.plus(NEAR), at);
        return teams.of(viewer, planned, at).stream()
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
