package app.rapport.experience.api;

import static app.rapport.kernel.GivenWords.orEmpty;

import app.rapport.access.AskedMoment;
import app.rapport.access.Refused;
import app.rapport.experience.Experiences;
import app.rapport.experience.model.Ledger;
import app.rapport.experience.model.Ledger.Line;
import app.rapport.experience.model.Mark.Feeling;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Estimate;
import app.rapport.kernel.ExperienceEntry.Key;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import app.rapport.people.People;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

/** The experience of a contact or a company with what made it. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class ExperienceApi {
    private final Experiences experiences;
    private final People people;
    private final AccountBook accounts;
    private final Clock clock;

    ExperienceApi(Experiences experiences, People people, AccountBook accounts, Clock clock) {
        this.experiences = experiences;
        this.people = people;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param points when it happened
     * @param now what is left of them
     * @param wrong who says that it is wrong, and why; null where it counts
     */
    record ExperienceEntryJson(
            String source,
            String entry,
            String kind,
            String at,
            double points,
            double now,
            String reason,
            String href,
            @Nullable String wrong) {
        static ExperienceEntryJson of(Line line) {
            return new ExperienceEntryJson(
                    line.entry().key().source(),
                    line.entry().key().name(),
                    line.entry().kind().name().toLowerCase(Locale.ROOT),
                    line.entry().at().toString(),
                    line.entry().points(),
                    line.now(),
                    line.entry().reason(),
                    line.entry().href(),
                    line.wrong().map(wrong -> wrong.by() + ": " + wrong.words()).orElse(null));
        }
    }

    /**
     * @param score the sum of what the entries count now, with its 90 % range; null while not known
     */
    record ExperienceJson(
            String at,
            String state,
            @Nullable Double score,
            @Nullable Double low,
            @Nullable Double high,
            List<ExperienceEntryJson> entries) {
        static ExperienceJson of(Ledger ledger) {
            String state = ledger.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
            String at = ledger.at().toString();
            List<ExperienceEntryJson> entries =
                    ledger.lines().stream().map(ExperienceEntryJson::of).toList();
            return ledger.estimate()
                            instanceof Estimate.Known(double value, double low, double high)
                    ? new ExperienceJson(at, state, value, low, high, entries)
                    : new ExperienceJson(at, state, null, null, null, entries);
        }
    }

    /**
     * @param at ISO 8601; as it was known then
     */
    @GetMapping("/api/v1/contacts/{id}/experience")
    ExperienceJson experience(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String at,
            Viewer viewer) {
        PersonId person = known(viewer, id);
        Instant moment = AskedMoment.of(at, clock);
        return ExperienceJson.of(experiences.with(viewer, person, moment));
    }

    /** Of all who work there, and of the company as a whole. */
    @GetMapping("/api/v1/accounts/{id}/experience")
    ExperienceJson ofAccount(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String at,
            Viewer viewer) {
        AccountId account = account(viewer, id);
        Instant moment = AskedMoment.of(at, clock);
        return ExperienceJson.of(
                experiences.with(viewer, account, accounts.people(viewer, account), moment));
    }

    /**
     * @param feeling delighted, pleased, annoyed or hurt
     * @param at now where it is left out
     * @param point the touch point at which they met us
     */
    record NewMark(
            String feeling,
            @Nullable String words,
            @Nullable OffsetDateTime at,
            @Nullable UUID point) {}

    record MarkJson(UUID id) {}

    /** How one of us says that it was for them. */
    @PostMapping("/api/v1/contacts/{id}/experience/marks")
    @ResponseStatus(HttpStatus.CREATED)
    MarkJson mark(@PathVariable UUID id, @RequestBody NewMark mark, Viewer viewer) {
        return new MarkJson(experiences.mark(viewer, known(viewer, id), read(mark)));
    }

    /** The same of a company as a whole. */
    @PostMapping("/api/v1/accounts/{id}/experience/marks")
    @ResponseStatus(HttpStatus.CREATED)
    MarkJson markAccount(@PathVariable UUID id, @RequestBody NewMark mark, Viewer viewer) {
        return new MarkJson(experiences.mark(viewer, account(viewer, id), read(mark)));
    }

    private Experiences.New read(NewMark mark) {
        Feeling feeling =
                Optional.ofNullable(mark.feeling())
                        .flatMap(Feeling::of)
                        .orElseThrow(() ->
                                new Refused("feeling", "One of delighted, pleased, annoyed, hurt"));
        return new Experiences.New(
                feeling,
                orEmpty(mark.words()),
                mark.at() == null ? clock.instant() : mark.at().toInstant(),
                Optional.ofNullable(mark.point()));
    }

    @DeleteMapping("/api/v1/contacts/{id}/experience/marks/{mark}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable UUID id, @PathVariable UUID mark, Viewer viewer) {
        known(viewer, id);
        if (!experiences.takeBack(viewer, id, mark)) throw nothing();
    }

    @DeleteMapping("/api/v1/accounts/{id}/experience/marks/{mark}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBackOfAccount(@PathVariable UUID id, @PathVariable UUID mark, Viewer viewer) {
        account(viewer, id);
        if (!experiences.takeBack(viewer, id, mark)) throw nothing();
    }

    /**
     * @param source as the entry has it
     * @param entry its name, likewise
     * @param words why it is wrong
     */
    record WrongEntry(String source, String entry, @Nullable String words) {
        Key key() {
            return new Key(orEmpty(source), orEmpty(entry));
        }
    }

    /** Says that an entry is wrong: it stays, and counts nothing. */
    @PostMapping("/api/v1/contacts/{id}/experience/wrong")
    ExperienceJson wrong(@PathVariable UUID id, @RequestBody WrongEntry wrong, Viewer viewer) {
        PersonId person = known(viewer, id);
        if (!experiences.correct(viewer, person, wrong.key(), orEmpty(wrong.words())))
            throw nothing();
        return experience(id, null, viewer);
    }

    /** It counts again. */
    @PostMapping("/api/v1/contacts/{id}/experience/right")
    ExperienceJson right(@PathVariable UUID id, @RequestBody WrongEntry wrong, Viewer viewer) {
        if (!experiences.countAgain(viewer, known(viewer, id), wrong.key())) throw nothing();
        return experience(id, null, viewer);
    }

    private AccountId account(Viewer viewer, UUID id) {
        return accounts.account(viewer, new AccountId(id)).orElseThrow(ExperienceApi::nothing).id();
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private PersonId known(Viewer viewer, UUID id) {
        PersonId person = new PersonId(id);
        if (people.card(viewer, person).isEmpty()) throw nothing();
        return person;
    }
}
