package app.rapport.balance.api;

import app.rapport.balance.Balances;
import app.rapport.balance.DealBalances;
import app.rapport.balance.DealBalances.OfDeal;
import app.rapport.balance.model.Balance;
import app.rapport.balance.model.Balance.Line;
import app.rapport.balance.model.Band;
import app.rapport.kernel.Estimate;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A contact's balance of effort with what made it. */
@RestController
@Needs(toRead = Right.READ_RECORDS)
class BalanceApi {
    private final Balances balances;
    private final DealBalances deals;
    private final People people;
    private final Clock clock;

    BalanceApi(Balances balances, DealBalances deals, People people, Clock clock) {
        this.balances = balances;
        this.deals = deals;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param wrong who says that it is wrong, and why; null where it counts
     */
    record EffortJson(
            String entry,
            String at,
            double ours,
            double theirs,
            String reason,
            String href,
            @Nullable String wrong) {
        static EffortJson of(Line line) {
            return new EffortJson(
                    line.effort().key(),
                    line.effort().at().toString(),
                    line.effort().ours(),
                    line.effort().theirs(),
                    line.effort().reason(),
                    line.effort().href(),
                    line.wrong().map(wrong -> wrong.by() + ": " + wrong.words()).orElse(null));
        }
    }

    /**
     * @param standing open, won or lost; @param from since when its share is asked for
     */
    record DealJson(
            String id,
            String name,
            String standing,
            String from,
            String until,
            String band,
            @Nullable Double share,
            @Nullable Double low,
            @Nullable Double high,
            boolean wonByChasing) {
        static DealJson of(OfDeal one) {
            Share share = Share.of(one.share());
            return new DealJson(
                    one.deal().id(),
                    one.deal().name(),
                    one.deal().standing().name().toLowerCase(Locale.ROOT),
                    one.from().toString(),
                    one.until().toString(),
                    share.band(),
                    share.value(),
                    share.low(),
                    share.high(),
                    one.wonByChasing());
        }
    }

    /** Ours in percent with its 90 % range; null while not known. */
    private record Share(
            String band, @Nullable Double value, @Nullable Double low, @Nullable Double high) {
        static Share of(Estimate share) {
            String band = Band.of(share).name().toLowerCase(Locale.ROOT).replace('_', '-');
            return share instanceof Estimate.Known(double value, double low, double high)
                    ? new Share(band, value, low, high)
                    : new Share(band, null, null, null);
        }
    }

    /**
     * @param share ours in percent with its 90 % range; null while not known
     */
    record BalanceJson(
            String at,
            String band,
            @Nullable Double share,
            @Nullable Double low,
            @Nullable Double high,
            List<EffortJson> efforts,
            List<DealJson> deals) {
        static BalanceJson of(Balance balance, List<OfDeal> deals) {
            Share share = Share.of(balance.estimate());
            return new BalanceJson(
                    balance.at().toString(),
                    share.band(),
                    share.value(),
                    share.low(),
                    share.high(),
                    balance.current().stream().map(EffortJson::of).toList(),
                    deals.stream().map(DealJson::of).toList());
        }
    }

    /**
     * @param at ISO 8601; as it was known then
     */
    @GetMapping("/api/v1/contacts/{id}/balance")
    BalanceJson balance(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String at,
            Viewer viewer) {
        PersonId person = new PersonId(id);
        if (people.card(viewer, person).isEmpty())
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        Instant moment = at == null ? clock.instant() : moment(at);
        return BalanceJson.of(
                balances.with(viewer, List.of(person), moment),
                deals.with(viewer, List.of(person), moment));
    }

    private static Instant moment(String at) {
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeParseException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "at is a time such as 2026-03-09T12:00:00Z", e);
        }
    }
}
