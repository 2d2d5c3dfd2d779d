package app.rapport.promises.api;

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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Trust in both directions with what made it. */
@RestController
@Needs(toRead = Right.READ_RECORDS)
class TrustApi {
    private final Trusting trusting;
    private final People people;
    private final Clock clock;

    TrustApi(Trusting trusting, People people, Clock clock) {
        this.trusting = trusting;
        this.people = people;
        this.clock = clock;
    }

    record EntryJson(String at, double good, double bad, String words, @Nullable String href) {
        static EntryJson of(TrustEntry entry) {
            return new EntryJson(
                    entry.at().toString(),
                    entry.good(),
                    entry.bad(),
                    entry.words(),
                    entry.href().isEmpty() ? null : entry.href());
        }
    }

    /**
     * @param value 0 to 100 with its 90 % range; null while not known yet
     */
    record DirectionJson(
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            List<EntryJson> entries) {
        static DirectionJson of(Estimate estimate, List<TrustEntry> entries) {
            List<EntryJson> made = entries.stream().map(EntryJson::of).toList();
            return estimate instanceof Estimate.Known(double value, double low, double high)
                    ? new DirectionJson(value, low, high, made)
                    : new DirectionJson(null, null, null, made);
        }
    }

    /**
     * @param inUs theirs in us; @param inThem ours in them
     */
    record TrustJson(DirectionJson inUs, DirectionJson inThem) {}

    @GetMapping("/api/v1/contacts/{id}/trust")
    TrustJson trust(@PathVariable UUID id, Viewer viewer) {
        PersonId person = new PersonId(id);
        if (people.card(viewer, person).isEmpty())
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        Trusting.Both both = trusting.with(viewer, person, clock.instant());
        return new TrustJson(
                DirectionJson.of(both.inUs(), both.of(Side.OURS)),
                DirectionJson.of(both.inThem(), both.of(Side.THEIRS)));
    }
}
