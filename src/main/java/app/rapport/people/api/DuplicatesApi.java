package app.rapport.people.api;

import app.rapport.access.Refused;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.Accounts;
import app.rapport.people.Duplicates;
import app.rapport.people.Duplicates.Pair;
import app.rapport.people.People;
import app.rapport.people.api.PartyBody.Ref;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Contacts and accounts that may be one, over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class DuplicatesApi {
    private final Duplicates duplicates;
    private final People people;
    private final Accounts accounts;

    DuplicatesApi(Duplicates duplicates, People people, Accounts accounts) {
        this.duplicates = duplicates;
        this.people = people;
        this.accounts = accounts;
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

    /**
     * Pairs that nobody has decided yet, the likeliest first.
     *
     * @param of {@code contacts} or {@code accounts}
     */
    @GetMapping("/api/v1/duplicates")
    DuplicateList list(
            @RequestParam(defaultValue = "contacts") String of,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        RecordKind kind = kind(of);
        Slice<Pair> page = page(viewer, kind, cursor, Math.clamp(limit, 1, 200));
        Map<UUID, String> names =
                names(
                        viewer,
                        kind,
                        page.items().stream()
                                .flatMap(pair -> Stream.of(pair.one(), pair.two()))
                                .toList());
        return new DuplicateList(
                page.items().stream().map(pair -> json(pair, names)).toList(),
                page.next().orElse(null));
    }

    private static RecordKind kind(String of) {
        return switch (of) {
            case "contacts" -> RecordKind.CONTACT;
            case "accounts" -> RecordKind.ACCOUNT;
            default -> throw new Refused("of", "Give contacts or accounts");
        };
    }

    private Slice<Pair> page(Viewer viewer, RecordKind kind, Optional<String> cursor, int most) {
        try {
            return duplicates.page(viewer, kind, cursor, most);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The cursor is not one that this list gave", e);
        }
    }

    private Map<UUID, String> names(Viewer viewer, RecordKind kind, List<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (kind == RecordKind.CONTACT)
            people.cards(viewer, ids.stream().map(PersonId::new).toList())
                    .forEach((id, card) -> names.put(id.value(), card.name()));
        else
            accounts.lines(viewer, ids.stream().map(AccountId::new).toList())
                    .forEach((id, line) -> names.put(id.value(), line.name()));
        return names;
    }

    private static DuplicateJson json(Pair pair, Map<UUID, String> names) {
        return new DuplicateJson(
                new Ref(pair.one(), names.getOrDefault(pair.one(), "")),
                new Ref(pair.two(), names.getOrDefault(pair.two(), "")),
                Math.round(pair.probability() * 1e4) / 1e4,
                pair.speaksFor(),
                pair.against());
    }

    /**
     * Two records that are not one.
     *
     * @param of {@code contacts} or {@code accounts}; contacts where nothing is said
     */
    record TwoBody(@Nullable UUID a, @Nullable UUID b, @Nullable String of) {}

    /** Says that two are two: they are not offered again. */
    @PostMapping("/api/v1/duplicates/different")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void differ(@RequestBody TwoBody two, Viewer viewer) {
        if (!duplicates.differ(viewer, kind(two), id("a", two.a()), id("b", two.b())))
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Takes that back: they are offered again. */
    @PostMapping("/api/v1/duplicates/different/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void differNot(@RequestBody TwoBody two, Viewer viewer) {
        if (!duplicates.differNot(viewer, kind(two), id("a", two.a()), id("b", two.b())))
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static RecordKind kind(TwoBody two) {
        return two.of() == null ? RecordKind.CONTACT : kind(two.of());
    }

    private static UUID id(String field, @Nullable UUID id) {
        if (id == null) throw new Refused(field, "Give the ids of two records, a and b");
        return id;
    }
}
