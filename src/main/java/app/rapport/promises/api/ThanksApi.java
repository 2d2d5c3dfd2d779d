package app.rapport.promises.api;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.promises.Thanking;
import app.rapport.promises.model.ThanksOwed;
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

/** Thanks that the member owes a contact. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class ThanksApi {
    private final Thanking thanking;
    private final People people;
    private final Clock clock;

    ThanksApi(Thanking thanking, People people, Clock clock) {
        this.thanking = thanking;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param kind introduction, referral, meeting, favour or contract
     * @param subject what is settled: the touch, or what a member recorded
     * @param touch that shows it; null where a member recorded it in {@code words}
     */
    record OwedJson(
            String kind, UUID subject, @Nullable UUID touch, @Nullable String words, String since) {
        static OwedJson of(ThanksOwed owed) {
            return new OwedJson(
                    owed.kind().key(),
                    owed.subject(),
                    owed.evidence().map(in -> in.touch().value()).orElse(null),
                    owed.words().isEmpty() ? null : owed.words(),
                    owed.since().toString());
        }
    }

    record OwedList(List<OwedJson> items) {}

    @GetMapping("/api/v1/contacts/{id}/thanks")
    OwedList owed(@PathVariable UUID id, Viewer viewer) {
        return new OwedList(
                thanking.owedTo(viewer, known(viewer, id), clock.instant()).stream()
                        .map(OwedJson::of)
                        .toList());
    }

    record NewFavour(@Nullable String kind, @Nullable String words) {}

    record Recorded(UUID subject) {}

    @PostMapping("/api/v1/contacts/{id}/thanks")
    @ResponseStatus(HttpStatus.CREATED)
    Recorded record(@PathVariable UUID id, @RequestBody NewFavour favour, Viewer viewer) {
        PersonId person = known(viewer, id);
        ThanksOwed.Kind kind =
                ThanksOwed.Kind.of(favour.kind() == null ? "favour" : favour.kind())
                        .orElseThrow(() ->
                                new Refused(
                                        "kind",
                                        "One of introduction, referral, meeting, favour, contract"));
        String words = favour.words() == null ? "" : favour.words();
        return new Recorded(thanking.record(viewer, person, kind, words));
    }

    @DeleteMapping("/api/v1/contacts/{id}/thanks/{subject}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable UUID id, @PathVariable UUID subject, Viewer viewer) {
        if (!thanking.takeBackRecord(viewer, known(viewer, id), subject))
            throw PromisesApi.nothing();
    }

    /**
     * @param thanked false where no thanks are owed
     */
    record Settling(boolean thanked) {}

    record Settled(UUID settled) {}

    @PostMapping("/api/v1/contacts/{id}/thanks/{subject}/settle")
    Settled settle(
            @PathVariable UUID id,
            @PathVariable UUID subject,
            @RequestBody Settling settling,
            Viewer viewer) {
        return new Settled(thanking.settle(viewer, known(viewer, id), subject, settling.thanked()));
    }

    @PostMapping("/api/v1/contacts/{id}/thanks/{settled}/unsettle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unsettle(@PathVariable UUID id, @PathVariable UUID settled, Viewer viewer) {
        if (!thanking.takeBack(viewer, known(viewer, id), settled)) throw PromisesApi.nothing();
    }

    private PersonId known(Viewer viewer, UUID id) {
        PersonId person = new PersonId(id);
        if (people.card(viewer, person).isEmpty()) throw PromisesApi.nothing();
        return person;
    }
}
