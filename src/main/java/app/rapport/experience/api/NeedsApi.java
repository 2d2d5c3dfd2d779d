package app.rapport.experience.api;

import static app.rapport.kernel.GivenWords.orEmpty;

import app.rapport.access.Refused;
import app.rapport.experience.AccountNeeds;
import app.rapport.experience.model.Need;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What a company needs, met or open. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class NeedsApi {
    private final AccountNeeds needs;
    private final AccountBook accounts;
    private final Clock clock;

    NeedsApi(AccountNeeds needs, AccountBook accounts, Clock clock) {
        this.needs = needs;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param kind known, anticipated or unvoiced
     * @param heardIn empty where nobody said
     */
    record NeedJson(
            UUID id,
            String kind,
            String words,
            String heardIn,
            String by,
            String at,
            @Nullable String metAt) {
        static NeedJson of(Need need) {
            return new NeedJson(
                    need.id(),
                    need.kind().word(),
                    need.words(),
                    need.heardIn(),
                    need.by(),
                    need.at().toString(),
                    need.met().map(Instant::toString).orElse(null));
        }
    }

    record NeedList(List<NeedJson> items) {}

    /** Open ones first. */
    @GetMapping("/api/v1/accounts/{id}/needs")
    NeedList of(@PathVariable UUID id, Viewer viewer) {
        return new NeedList(
                needs.of(viewer, account(viewer, id), clock.instant()).stream()
                        .map(NeedJson::of)
                        .toList());
    }

    record NewNeed(@Nullable String kind, @Nullable String words, @Nullable String heardIn) {}

    @PostMapping("/api/v1/accounts/{id}/needs")
    @ResponseStatus(HttpStatus.CREATED)
    Made add(@PathVariable UUID id, @RequestBody NewNeed need, Viewer viewer) {
        Need.Kind kind =
                Need.Kind.of(need.kind() == null ? "known" : need.kind())
                        .orElseThrow(
                                () -> new Refused("kind", "One of known, anticipated, unvoiced"));
        return new Made(
                needs.add(
                        viewer,
                        account(viewer, id),
                        kind,
                        orEmpty(need.words()),
                        orEmpty(need.heardIn())));
    }

    @PutMapping("/api/v1/accounts/{id}/needs/{need}/met")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void met(@PathVariable UUID id, @PathVariable UUID need, Viewer viewer) {
        if (!needs.met(viewer, account(viewer, id), need)) throw nothing();
    }

    /** It is open again. */
    @DeleteMapping("/api/v1/accounts/{id}/needs/{need}/met")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@PathVariable UUID id, @PathVariable UUID need, Viewer viewer) {
        if (!needs.open(viewer, account(viewer, id), need)) throw nothing();
    }

    @DeleteMapping("/api/v1/accounts/{id}/needs/{need}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable UUID id, @PathVariable UUID need, Viewer viewer) {
        if (!needs.takeBack(viewer, account(viewer, id), need)) throw nothing();
    }

    private AccountId account(Viewer viewer, UUID id) {
        return accounts.account(viewer, new AccountId(id)).orElseThrow(NeedsApi::nothing).id();
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
