package app.rapport.experience;

import app.rapport.experience.model.Drift;
import app.rapport.experience.model.Ledger;
import app.rapport.experience.model.Ledger.Line;
import app.rapport.experience.store.PraiseRows;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.Level;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Customers who drift from delighted to merely satisfied. Only who said something good, or of whom
 * one of us did, can have been delighted: one cheap statement finds those near the edge, and only
 * their ledgers are concluded.
 */
@Component
class DriftSignals implements SignalSource {
    private static final String TOUCHES = "/touches/";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private final PraiseRows rows;
    private final Experiences experiences;

    DriftSignals(PraiseRows rows, Experiences experiences) {
        this.rows = rows;
        this.experiences = experiences;
    }

    @Override
    public List<Signal> signals(Viewer viewer, Instant at) {
        List<PersonId> near = rows.nearTheEdge(viewer, at);
        if (near.isEmpty()) return List.of();
        return experiences.ofEach(viewer, near, at).entrySet().stream()
                .flatMap(one -> signal(viewer, one.getKey(), one.getValue()).stream())
                .toList();
    }

    private static Optional<Signal> signal(Viewer viewer, PersonId person, Ledger ledger) {
        return Drift.fell(ledger).map(fell -> signal(viewer, person, ledger, fell));
    }

    private static Signal signal(Viewer viewer, PersonId person, Ledger ledger, Instant fell) {
        LocalDate day = LocalDate.ofInstant(fell, viewer.zone());
        Optional<Line> worst =
                ledger.lines().stream()
                        .filter(line -> line.now() <= -1)
                        .filter(line -> line.entry().at().isAfter(fell.minus(Drift.WINDOW)))
                        .findFirst();
        String why =
                worst.map(line -> " " + line.entry().reason() + ".")
                        .orElse(" What delighted them wears off, and nothing like it came since.");
        return new Signal(
                new Signal.Key(
                        "drift",
                        person + "-" + day.getYear() + "q" + day.get(IsoFields.QUARTER_OF_YEAR)),
                Optional.of(person),
                Optional.empty(),
                Level.GOING_QUIET,
                "Delighted until "
                        + DAY.format(day)
                        + ", "
                        + ledger.state().words().toLowerCase(Locale.ROOT)
                        + " since."
                        + why,
                Stream.concat(worst.stream(), ledger.heaviest(1).stream())
                        .flatMap(line -> touch(line).stream())
                        .distinct()
                        .map(Evidence::whole)
                        .toList(),
                fell,
                "Do something for them that they do not expect, or ask how it is.",
                "Satisfied is the minimum to stay: who is no more than that looks around.",
                .3);
    }

    private static Optional<TouchId> touch(Line line) {
        String href = line.entry().href();
        return href.startsWith(TOUCHES)
                ? Optional.of(TouchId.of(href.substring(TOUCHES.length())))
                : Optional.empty();
    }
}
