package app.rapport.risk;

import app.rapport.kernel.Level;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Viewer;
import app.rapport.risk.model.Assumption;
import app.rapport.risk.model.ChosenLoss;
import app.rapport.risk.model.LimitUse;
import app.rapport.risk.model.LossLimit;
import app.rapport.risk.model.Money;
import app.rapport.risk.model.Noted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A limit that nears, an assumption to test, a chosen loss to look at again. Told to the deal's
 * owner, and where it has none to who wrote it; of the book to who set its limit.
 */
@Component
class RiskSignals implements SignalSource {
    private final Risks risks;

    RiskSignals(Risks risks) {
        this.risks = risks;
    }

    @Override
    public List<Signal> signals(Viewer viewer, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, viewer.zone());
        RiskBook book = risks.book(viewer, at);
        List<Signal> signals = new ArrayList<>();
        for (DealRisk deal : book.deals()) {
            deal.sheet()
                    .limit()
                    .filter(limit -> isFor(viewer, deal, limit))
                    .flatMap(limit -> nearing(deal, limit))
                    .ifPresent(signals::add);
            for (Noted<Assumption> one : deal.sheet().all(Assumption.class))
                if (one.body().isDue(today) && isFor(viewer, deal, one))
                    signals.add(untested(viewer, deal, one));
            for (Noted<ChosenLoss> one : deal.sheet().all(ChosenLoss.class))
                if (one.body().isDue(today) && isFor(viewer, deal, one))
                    signals.add(chosen(viewer, deal, one));
        }
        for (RiskBook.Part part : book.parts())
            part.limit()
                    .filter(limit -> limit.by().equals(viewer.member()))
                    .flatMap(limit -> nearing(part, limit, book.whole()))
                    .ifPresent(signals::add);
        return signals;
    }

    private static boolean isFor(Viewer viewer, DealRisk deal, Noted<?> note) {
        return deal.owner().orElse(note.by()).equals(viewer.member());
    }

    private static Optional<Signal> nearing(DealRisk deal, Noted<LossLimit> limit) {
        LimitUse use = deal.sheet().use(limit.body().amount());
        if (use.state() == LimitUse.State.FAR || deal.sheet().isDecided()) return Optional.empty();
        String currency = deal.currency();
        String why =
                "“%s” may cost %s; its limit is %s.%s"
                        .formatted(
                                deal.then().name(),
                                Money.words(use.used(), currency),
                                Money.words(use.limit(), currency),
                                spent(use, currency));
        return Optional.of(
                of(
                        deal,
                        "limit-" + limit.id() + "-" + use.state(),
                        Level.PROMISE_DUE,
                        why,
                        since(deal, limit),
                        "Cut it, or say why it goes on: only what lies ahead counts.",
                        "The loss grows past what you set in calm.",
                        use.state() == LimitUse.State.PASSED ? .9 : .7));
    }

    private static String spent(LimitUse use, String currency) {
        return use.spent()
                .known()
                .map(gone ->
                        " %s of that is spent, gone either way."
                                .formatted(Money.words(gone, currency)))
                .orElse(" What was spent is not known yet, and not in it.");
    }

    /** Since something was written last that brought it there. */
    private static Instant since(DealRisk deal, Noted<LossLimit> limit) {
        return deal.sheet().notes().stream()
                .map(Noted::at)
                .max(Instant::compareTo)
                .orElse(limit.at());
    }

    private static Optional<Signal> nearing(
            RiskBook.Part part, Noted<LossLimit> limit, boolean whole) {
        LimitUse use = part.use(limit.body().amount());
        if (use.state() == LimitUse.State.FAR) return Optional.empty();
        return Optional.of(
                new Signal(
                        new Signal.Key("risk", "book-" + limit.id() + "-" + use.state()),
                        Optional.empty(),
                        Optional.empty(),
                        Level.PROMISE_DUE,
                        "%s may cost %s; the limit of the book is %s."
                                .formatted(
                                        whole
                                                ? "All open deals together"
                                                : "The open deals that you see, which are not all,",
                                        Money.words(use.used(), part.currency()),
                                        Money.words(use.limit(), part.currency())),
                        List.of(),
                        limit.at(),
                        "Look which deal adds most to it, and cut that one or make it smaller.",
                        "One bad month costs more than you can bear.",
                        use.state() == LimitUse.State.PASSED ? .95 : .75,
                        Optional.of(new Signal.About("Risk of the book", "/risk"))));
    }

    private static Signal untested(Viewer viewer, DealRisk deal, Noted<Assumption> one) {
        Assumption assumption = one.body();
        LocalDate by = assumption.by().orElseThrow();
        return of(
                deal,
                "assumption-" + one.item() + "-" + by,
                Level.GOING_QUIET,
                "“%s” rests on an assumption that was to be tested by now: %s"
                        .formatted(deal.then().name(), assumption.what()),
                by.atStartOfDay(viewer.zone()).toInstant(),
                assumption.test().isBlank() ? "Find a way to test it." : assumption.test(),
                "You go on building on what nobody looked at.",
                .4);
    }

    private static Signal chosen(Viewer viewer, DealRisk deal, Noted<ChosenLoss> one) {
        ChosenLoss loss = one.body();
        return of(
                deal,
                "loss-" + one.item() + "-" + loss.lookAgain(),
                Level.GOING_QUIET,
                "In “%s” you gave up %s for this: %s"
                        .formatted(
                                deal.then().name(),
                                Money.words(loss.amount(), deal.currency()),
                                loss.purpose()),
                loss.lookAgain().atStartOfDay(viewer.zone()).toInstant(),
                "Look whether it came, and write down what it was worth.",
                "A loss taken on purpose becomes a habit.",
                .4);
    }

    private static Signal of(
            DealRisk deal,
            String what,
            Level level,
            String why,
            Instant since,
            String firstStep,
            String ifIgnored,
            double weight) {
        return new Signal(
                new Signal.Key("risk", deal.deal().id() + "-" + what),
                Optional.empty(),
                Optional.empty(),
                level,
                why,
                List.of(),
                since,
                firstStep,
                ifIgnored,
                weight,
                Optional.of(
                        new Signal.About(deal.then().name(), "/risk/deals/" + deal.deal().id())));
    }
}
