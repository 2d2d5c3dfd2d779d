package app.rapport.balance.api;

import static app.rapport.kernel.GivenWords.orEmpty;

import app.rapport.access.AskedMoment;
import app.rapport.access.Refused;
import app.rapport.balance.Balances;
import app.rapport.balance.DealBalances;
import app.rapport.balance.DealBalances.OfDeal;
import app.rapport.balance.model.Balance;
import app.rapport.balance.model.Balance.Line;
import app.rapport.balance.model.Band;
import app.rapport.balance.model.Given;
import app.rapport.balance.model.Quarter;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Estimate;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.Account;
import app.rapport.people.AccountBook;
import app.rapport.people.People;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The balance of effort with a contact or a company, and what made it. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class BalanceApi {
    private final Balances balances;
    private final DealBalances deals;
    private final People people;
    private final AccountBook accounts;
    private final Clock clock;

    BalanceApi(
            Balances balances,
            DealBalances deals,
            People people,
            AccountBook accounts,
            Clock clock) {
        this.balances = balances;
        this.deals = deals;
        this.people = people;
        this.accounts = accounts;
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
     * @param standing open, won or lost
     * @param from since when its share is asked for
     */
    record DealBalanceJson(
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
        static DealBalanceJson of(OfDeal one) {
            Share share = Share.of(one.share());
            return new DealBalanceJson(
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
     * @param from its first day
     * @param share ours in percent with its 90 % range; null while not known, or where not all of
     *     the quarter is read
     */
    record BalanceQuarterJson(
            String from, @Nullable Double share, @Nullable Double low, @Nullable Double high) {
        static BalanceQuarterJson of(Quarter quarter) {
            Share share = Share.of(quarter.share());
            return new BalanceQuarterJson(
                    quarter.from().toString(), share.value(), share.low(), share.high());
        }
    }

    /**
     * @param since from when on nothing that passed is left out
     * @param share ours in percent with its 90 % range; null while not known
     * @param trend by quarter, the oldest first
     */
    record BalanceJson(
            String at,
            String since,
            String band,
            @Nullable Double share,
            @Nullable Double low,
            @Nullable Double high,
            List<BalanceQuarterJson> trend,
            List<EffortJson> efforts,
            List<DealBalanceJson> deals) {
        static BalanceJson of(Balance balance, List<OfDeal> deals, ZoneId zone) {
            Share share = Share.of(balance.estimate());
            return new BalanceJson(
                    balance.at().toString(),
                    balance.since().toString(),
                    share.band(),
                    share.value(),
                    share.low(),
                    share.high(),
                    Quarter.of(balance, zone).stream().map(BalanceQuarterJson::of).toList(),
                    balance.current().stream().map(EffortJson::of).toList(),
                    deals.stream().map(DealBalanceJson::of).toList());
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
        PersonId person = known(viewer, id);
        Instant moment = AskedMoment.of(at, clock);
        return BalanceJson.of(
                balances.story(viewer, List.of(person), moment),
                deals.with(viewer, List.of(person), moment),
                viewer.zone());
    }

    /** With all who work there. */
    @GetMapping("/api/v1/accounts/{id}/balance")
    BalanceJson ofAccount(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String at,
            Viewer viewer) {
        Account account =
                accounts.account(viewer, new AccountId(id)).orElseThrow(BalanceApi::nothing);
        List<PersonId> workers = accounts.people(viewer, account.id());
        Instant moment = AskedMoment.of(at, clock);
        return BalanceJson.of(
                balances.story(viewer, workers, moment),
                deals.with(viewer, workers, moment),
                viewer.zone());
    }

    /** Of one deal, with all who have a part in it. */
    @GetMapping("/api/v1/deals/{id}/balance")
    DealBalanceJson ofDeal(@PathVariable UUID id, Viewer viewer) {
        return deals.of(viewer, id.toString(), clock.instant())
                .map(DealBalanceJson::of)
                .orElseThrow(BalanceApi::nothing);
    }

    /**
     * @param kind what was given, such as discount
     * @param side ours or theirs
     * @param at now where it is left out
     */
    record NewGiven(
            @Nullable String kind,
            @Nullable String side,
            @Nullable String words,
            @Nullable OffsetDateTime at) {}

    /** By its id it is taken back. */
    record GivenJson(UUID id) {}

    /** Something that one side gave, which no mail tells. */
    @PostMapping("/api/v1/contacts/{id}/balance/given")
    @ResponseStatus(HttpStatus.CREATED)
    GivenJson give(@PathVariable UUID id, @RequestBody NewGiven given, Viewer viewer) {
        return new GivenJson(balances.record(viewer, known(viewer, id), read(given)));
    }

    private Balances.New read(NewGiven given) {
        Given.Kind kind =
                Given.Kind.of(orEmpty(given.kind()))
                        .orElseThrow(() -> new Refused("kind", "Say what was given"));
        String side = orEmpty(given.side());
        if (!side.equals("ours") && !side.equals("theirs"))
            throw new Refused("side", "One of ours, theirs");
        return new Balances.New(
                kind,
                side.equals("ours"),
                orEmpty(given.words()),
                given.at() == null ? clock.instant() : given.at().toInstant());
    }

    @DeleteMapping("/api/v1/contacts/{id}/balance/given/{given}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable UUID id, @PathVariable UUID given, Viewer viewer) {
        if (!balances.takeBack(viewer, known(viewer, id), given)) throw nothing();
    }

    /**
     * @param entry as the balance has it
     * @param words why it is wrong
     */
    record WrongEffort(@Nullable String entry, @Nullable String words) {}

    /** Says that an entry is wrong: it stays, and counts nothing. */
    @PostMapping("/api/v1/contacts/{id}/balance/wrong")
    BalanceJson wrong(@PathVariable UUID id, @RequestBody WrongEffort wrong, Viewer viewer) {
        PersonId person = known(viewer, id);
        if (!balances.wrong(viewer, person, orEmpty(wrong.entry()), orEmpty(wrong.words())))
            throw nothing();
        return balance(id, null, viewer);
    }

    /** It counts again. */
    @PostMapping("/api/v1/contacts/{id}/balance/right")
    BalanceJson right(@PathVariable UUID id, @RequestBody WrongEffort wrong, Viewer viewer) {
        if (!balances.countAgain(viewer, known(viewer, id), orEmpty(wrong.entry())))
            throw nothing();
        return balance(id, null, viewer);
    }

    private PersonId known(Viewer viewer, UUID id) {
        PersonId person = new PersonId(id);
        if (people.card(viewer, person).isEmpty()) throw nothing();
        return person;
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
