package app.rapport.debriefs;

import app.rapport.kernel.Level;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.ClosedTables.Closed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A table closed, and nobody looked back at it yet: a day later half of it is forgotten. */
@Component
class DebriefSignals implements SignalSource {
    private final Debriefs debriefs;

    DebriefSignals(Debriefs debriefs) {
        this.debriefs = debriefs;
    }

    @Override
    public List<Signal> signals(Viewer viewer, Instant at) {
        return debriefs.due(viewer, at).stream().map(DebriefSignals::signal).toList();
    }

    private static Signal signal(Closed table) {
        return new Signal(
                new Signal.Key("debrief", table.id() + "-" + table.at().getEpochSecond()),
                Optional.empty(),
                Optional.empty(),
                Level.GOING_QUIET,
                "“%s” %s, and nobody looked back at it yet."
                        .formatted(
                                table.title(),
                                table.agreed() ? "was agreed" : "ended without an agreement"),
                List.of(),
                table.at(),
                "Take a quarter of an hour within a day: result, what was left, what was learned.",
                "What they showed of themselves is forgotten before the next talk.",
                .5,
                Optional.of(
                        new Signal.About(
                                table.title(), "/negotiations/" + table.id() + "/debrief")));
    }
}
