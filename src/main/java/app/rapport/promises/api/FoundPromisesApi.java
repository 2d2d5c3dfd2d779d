package app.rapport.promises.api;

import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.promises.FoundPromises;
import app.rapport.promises.FoundPromises.Offer;
import app.rapport.promises.Promises;
import app.rapport.promises.api.PromisesApi.PromiseJson;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What may be a promise in the words of a contact's touches: offered, never made by itself. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class FoundPromisesApi {
    private final FoundPromises found;
    private final Promises promises;
    private final People people;
    private final Clock clock;

    FoundPromisesApi(FoundPromises found, Promises promises, People people, Clock clock) {
        this.found = found;
        this.promises = promises;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param touch in which it was found; with the start it names it
     * @param start where in its words
     * @param chance that it is a promise
     */
    record FoundPromiseJson(
            UUID touch,
            int start,
            String side,
            String words,
            @Nullable String due,
            double chance,
            String at) {
        static FoundPromiseJson of(Offer offer) {
            return new FoundPromiseJson(
                    offer.words().touch().value(),
                    offer.words().start(),
                    offer.side().name().toLowerCase(Locale.ROOT),
                    offer.quote(),
                    offer.due().map(PromisesApi::written).orElse(null),
                    offer.chance(),
                    offer.at().toString());
        }
    }

    record FoundPromiseList(List<FoundPromiseJson> items) {}

    @GetMapping("/api/v1/contacts/{id}/promises/found")
    FoundPromiseList of(@PathVariable UUID id, Viewer viewer) {
        PersonId person = known(viewer, id);
        Instant now = clock.instant();
        return new FoundPromiseList(
                found
                        .with(viewer, person, promises.with(viewer, person, now), now)
                        .offers()
                        .stream()
                        .map(FoundPromiseJson::of)
                        .toList());
    }

    /**
     * @param touch in which it was found
     * @param start where in its words
     */
    record FoundPlace(@Nullable UUID touch, @Nullable Integer start) {
        TouchId in() {
            if (touch == null) throw PromisesApi.nothing();
            return new TouchId(touch);
        }

        int at() {
            if (start == null) throw PromisesApi.nothing();
            return start;
        }
    }

    /** It is a promise from now on. */
    @PostMapping("/api/v1/contacts/{id}/promises/found/accept")
    @ResponseStatus(HttpStatus.CREATED)
    PromiseJson accept(@PathVariable UUID id, @RequestBody FoundPlace place, Viewer viewer) {
        return found.accept(viewer, known(viewer, id), place.in(), place.at())
                .map(made -> PromiseJson.of(made, viewer))
                .orElseThrow(PromisesApi::nothing);
    }

    /** It is none, and is not offered again. */
    @PostMapping("/api/v1/contacts/{id}/promises/found/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable UUID id, @RequestBody FoundPlace place, Viewer viewer) {
        if (!found.isNone(viewer, known(viewer, id), place.in(), place.at()))
            throw PromisesApi.nothing();
    }

    @PostMapping("/api/v1/contacts/{id}/promises/found/offer-again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void offerAgain(@PathVariable UUID id, @RequestBody FoundPlace place, Viewer viewer) {
        known(viewer, id);
        if (!found.offerAgain(viewer, place.in(), place.at())) throw PromisesApi.nothing();
    }

    private PersonId known(Viewer viewer, UUID id) {
        PersonId person = new PersonId(id);
        if (people.card(viewer, person).isEmpty()) throw PromisesApi.nothing();
        return person;
    }
}
