package app.rapport.people.api;

import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.Duplicates;
import app.rapport.people.Duplicates.Pair;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.people.api.PartyBody.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Contacts who may be one, over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS)
class DuplicatesApi {
    private final Duplicates duplicates;
    private final People people;

    DuplicatesApi(Duplicates duplicates, People people) {
        this.duplicates = duplicates;
        this.people = people;
    }

    /**
     * @param reasons what speaks for it, the strongest first; {@code against} what speaks against
     */
    record DuplicateJson(
            Ref a, Ref b, double probability, List<String> reasons, List<String> against) {}

    /**
     * @param next the cursor of the next page; null on the last
     */
    record DuplicateList(List<DuplicateJson> items, @Nullable String next) {}

    /** Pairs that nobody has decided yet, the likeliest first. */
    @GetMapping("/api/v1/duplicates")
    DuplicateList list(
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        Slice<Pair> page = page(viewer, cursor, Math.clamp(limit, 1, 200));
        Map<PersonId, PersonCard> cards =
                people.cards(
                        viewer,
                        page.items().stream()
                                .flatMap(pair -> Stream.of(pair.one(), pair.two()))
                                .toList());
        return new DuplicateList(
                page.items().stream().map(pair -> json(pair, cards)).toList(),
                page.next().orElse(null));
    }

    private Slice<Pair> page(Viewer viewer, Optional<String> cursor, int most) {
        try {
            return duplicates.page(viewer, cursor, most);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The cursor is not one that this list gave", e);
        }
    }

    private static DuplicateJson json(Pair pair, Map<PersonId, PersonCard> cards) {
        return new DuplicateJson(
                ref(pair.one(), cards),
                ref(pair.two(), cards),
                Math.round(pair.probability() * 1e4) / 1e4,
                pair.speaksFor(),
                pair.against());
    }

    private static Ref ref(PersonId id, Map<PersonId, PersonCard> cards) {
        return new Ref(
                id.value(), Optional.ofNullable(cards.get(id)).map(PersonCard::name).orElse(""));
    }
}
