package app.rapport.promises.api;

import app.rapport.access.Refused;
import app.rapport.kernel.Estimate;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.promises.Trusting;
import app.rapport.promises.model.Promise.Side;
import app.rapport.promises.model.TrustEntry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Trust in both directions with what made it, and deeds that people record. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TrustApi {
    private final Trusting trusting;
    private final People people;
    private final Clock clock;

    TrustApi(Trusting trusting, People people, Clock clock) {
        this.trusting = trusting;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param good weight that speaks for trust, {@code bad} against it
     * @param href the promise that it is
     * @param deed the deed that it is, which can be taken back
     */
    record TrustEntryJson(
            String at,
            double good,
            double bad,
            String words,
            @Nullable String href,
            @Nullable UUID deed) {
        static TrustEntryJson of(TrustEntry entry) {
            return new TrustEntryJson(
                    entry.at().toString(),
                    entry.good(),
                    entry.bad(),
                    entry.words(),
                    entry.href().isEmpty() ? null : entry.href(),
                    entry.deed().orElse(null));
        }
    }

    /**
     * @param value 0 to 100 with its 90 % range; null while not known yet
     * @param missing what has to be known first; null once it is
     */
    record DirectionJson(
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String missing,
            List<TrustEntryJson> entries) {
        static DirectionJson of(Estimate estimate, List<TrustEntry> entries) {
            List<TrustEntryJson> made = entries.stream().map(TrustEntryJson::of).toList();
            return switch (estimate) {
                case Estimate.Known(double value, double low, double high) ->
                        new DirectionJson(value, low, high, null, made);
                case Estimate.NotKnownYet(String missing) ->
                        new DirectionJson(null, null, null, missing, made);
            };
        }
    }

    /**
     * @param inUs theirs in us
     * @param inThem ours in them
     */
    record TrustJson(DirectionJson inUs, DirectionJson inThem) {}

    @GetMapping("/api/v1/contacts/{id}/trust")
    TrustJson trust(@PathVariable UUID id, Viewer viewer) {
        Trusting.Both both = trusting.with(viewer, known(viewer, id), clock.instant());
        return new TrustJson(
                DirectionJson.of(both.inUs(), both.of(Side.OURS)),
                DirectionJson.of(both.inThem(), both.of(Side.THEIRS)));
    }

    /**
     * @param words what was done, such as advice given against our own sale, or a false claim
     * @param side who did it, ours or theirs
     * @param good whether it speaks for trust
     * @param weight how much it says, 1 to 3
     */
    record NewDeed(
            @Nullable String words,
            @Nullable String side,
            boolean good,
            @Nullable Integer weight) {}

    record DeedMade(UUID deed) {}

    @PostMapping("/api/v1/contacts/{id}/trust/deeds")
    @ResponseStatus(HttpStatus.CREATED)
    DeedMade record(@PathVariable UUID id, @RequestBody NewDeed deed, Viewer viewer) {
        return new DeedMade(
                trusting.record(
                        viewer,
                        known(viewer, id),
                        side(deed.side()),
                        deed.good(),
                        deed.weight() == null ? 1 : deed.weight(),
                        deed.words() == null ? "" : deed.words()));
    }

    private static Side side(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "ours" -> Side.OURS;
            case "theirs" -> Side.THEIRS;
            default -> throw new Refused("side", "Say who did it: ours or theirs");
        };
    }

    @DeleteMapping("/api/v1/contacts/{id}/trust/deeds/{deed}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable UUID id, @PathVariable UUID deed, Viewer viewer) {
        if (!trusting.takeBack(viewer, known(viewer, id), deed)) throw nothing();
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
