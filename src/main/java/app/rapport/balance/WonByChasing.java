package app.rapport.balance;

import app.rapport.balance.DealBalances.OfDeal;
import app.rapport.kernel.DealFacts.DealFact;
import app.rapport.kernel.Estimate;
import app.rapport.kernel.Level;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Signal;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who was chased until they bought goes on looking for reasons against: have them say theirs. */
@Component
class WonByChasing {
    private final DealBalances deals;

    WonByChasing(DealBalances deals) {
        this.deals = deals;
    }

    List<Signal> signals(Viewer viewer, Instant at) {
        return deals.wonByChasing(viewer, at).stream().flatMap(WonByChasing::signal).toList();
    }

    private static Stream<Signal> signal(OfDeal won) {
        return won.share() instanceof Estimate.Known share
                ? won.deal().people().stream().limit(1).map(person -> signal(won, person, share))
                : Stream.empty();
    }

    private static Signal signal(OfDeal won, PersonId person, Estimate.Known share) {
        DealFact deal = won.deal();
        return new Signal(
                new Signal.Key("chased", deal.id()),
                Optional.of(person),
                Optional.empty(),
                Level.GOING_QUIET,
                "“%s” was won by chasing: %d%% of the effort was yours (%d to %d)."
                        .formatted(
                                deal.name(),
                                Math.round(share.value()),
                                Math.round(share.low()),
                                Math.round(share.high())),
                List.of(),
                won.until(),
                "Ask what made it right for them, and write down their reasons in their words.",
                "They go on looking for reasons against, and must be convinced again and again.",
                .6,
                Optional.of(
                        new Signal.About("Open the balance", "/people/" + person + "/balance")));
    }
}
