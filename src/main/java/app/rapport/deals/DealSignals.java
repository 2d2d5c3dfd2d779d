package app.rapport.deals;

import app.rapport.deals.store.OpenDeals;
import app.rapport.deals.store.OpenDeals.Open;
import app.rapport.kernel.Level;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Deals that were to be decided and were not, and those of which nobody says what comes next. An
 * imported pipeline has hundreds: only the largest are told, the list shows all.
 */
@Component
class DealSignals implements SignalSource {
    private static final int TOLD = 5;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final OpenDeals open;

    DealSignals(OpenDeals open) {
        this.open = open;
    }

    @Override
    public List<Signal> signals(Viewer viewer, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, viewer.zone());
        return open.wanting(viewer, at, today, TOLD).stream()
                .map(deal -> signal(viewer, deal, today))
                .toList();
    }

    private static Signal signal(Viewer viewer, Open deal, LocalDate today) {
        Optional<LocalDate> passed = deal.closes().filter(day -> day.isBefore(today));
        if (passed.isPresent()) return undecided(viewer, deal, passed.get());
        Optional<LocalDate> missed = deal.nextOn().filter(day -> day.isBefore(today));
        return !deal.nextStep().isEmpty() && missed.isPresent()
                ? missed(viewer, deal, missed.get())
                : nothingNext(deal);
    }

    private static Signal undecided(Viewer viewer, Open deal, LocalDate passed) {
        return of(
                deal,
                "past-" + passed,
                "“%s” was to be decided by %s, and is still open."
                        .formatted(deal.name(), DAY.format(passed)),
                since(viewer, deal, passed),
                "Ask what has changed for them, then set a day that they named.",
                "You count on money that may never come.");
    }

    private static Signal missed(Viewer viewer, Open deal, LocalDate missed) {
        return of(
                deal,
                "missed-" + missed,
                "“%s” in “%s” was for %s."
                        .formatted(deal.nextStep(), deal.name(), DAY.format(missed)),
                since(viewer, deal, missed),
                "Do it today, or give it another day.",
                "The deal stands still, and nobody notices.");
    }

    private static Signal nothingNext(Open deal) {
        return of(
                deal,
                "next",
                "Nobody says what comes next in “" + deal.name() + "”.",
                deal.createdAt(),
                "Agree on a next step with them, and write it down with its day.",
                "It rests until a competitor moves it.");
    }

    private static Instant since(Viewer viewer, Open deal, LocalDate day) {
        Instant passed = day.plusDays(1).atStartOfDay(viewer.zone()).toInstant();
        return passed.isBefore(deal.createdAt()) ? deal.createdAt() : passed;
    }

    private static Signal of(
            Open deal, String what, String why, Instant since, String firstStep, String ifIgnored) {
        return new Signal(
                new Signal.Key("deal", deal.id() + "-" + what),
                deal.person(),
                Optional.empty(),
                Level.GOING_QUIET,
                why,
                List.of(),
                since,
                firstStep,
                ifIgnored,
                what.equals("next") ? .3 : .5,
                Optional.of(new Signal.About(deal.name(), "/deals/" + deal.id())));
    }
}
