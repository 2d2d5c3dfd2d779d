package app.rapport.calls.api;

import app.rapport.access.Etags;
import app.rapport.access.Refused;
import app.rapport.calls.BusinessCases;
import app.rapport.calls.CaseOf;
import app.rapport.calls.CaseOf.OfAccount;
import app.rapport.calls.CaseOf.OfDeal;
import app.rapport.calls.CaseVersion;
import app.rapport.calls.FiledCase;
import app.rapport.deals.DealId;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Business cases over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class CasesApi {
    private final BusinessCases cases;
    private final Etags etags;

    CasesApi(BusinessCases cases, Etags etags) {
        this.cases = cases;
        this.etags = etags;
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record CaseList(List<CaseJson> items, @Nullable String next) {}

    /** Newest first; of one company with its deals, or of one deal, where that is asked. */
    @GetMapping("/api/v1/business-cases")
    CaseList list(
            @RequestParam(required = false) @Nullable UUID account,
            @RequestParam(required = false) @Nullable UUID deal,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        Optional<CaseOf> of =
                account == null && deal == null ? Optional.empty() : Optional.of(of(account, deal));
        try {
            Slice<FiledCase> page = cases.page(viewer, of, cursor, Math.clamp(limit, 1, 200));
            return new CaseList(
                    page.items().stream().map(CaseJson::of).toList(), page.next().orElse(null));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The cursor is not one that this list gave", e);
        }
    }

    private static CaseOf of(@Nullable UUID account, @Nullable UUID deal) {
        if ((account != null && deal != null) || (account == null && deal == null))
            throw new Refused("account", "Say of which account or of which deal, one of both");
        return account != null
                ? new OfAccount(new AccountId(account))
                : new OfDeal(new DealId(Objects.requireNonNull(deal)));
    }

    @GetMapping("/api/v1/business-cases/{id}")
    ResponseEntity<CaseJson> one(@PathVariable UUID id, Viewer viewer) {
        return etags.tagged(CaseJson.of(existing(viewer, id)));
    }

    private FiledCase existing(Viewer viewer, UUID id) {
        return cases.one(viewer, id).orElseThrow(BusinessCases::missing);
    }

    /** A new case, of an account or of a deal. */
    record NewCase(@Nullable UUID account, @Nullable UUID deal, @Nullable CaseBody content) {}

    @PostMapping("/api/v1/business-cases")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CaseJson> create(@RequestBody NewCase body, Viewer viewer) {
        if (body.content() == null) throw new Refused("content", "Say what the case holds");
        FiledCase made =
                cases.add(viewer, of(body.account(), body.deal()), body.content().content());
        CaseJson json = CaseJson.of(made);
        return ResponseEntity.status(HttpStatus.CREATED).eTag(etags.of(json)).body(json);
    }

    /** Puts the case as a whole; the one before stays as a version. */
    @PutMapping("/api/v1/business-cases/{id}")
    ResponseEntity<CaseJson> change(
            @PathVariable UUID id,
            @RequestBody CaseBody body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        existing(viewer, id);
        FiledCase kept =
                cases.change(
                        viewer,
                        id,
                        body.content(),
                        now -> etags.require(ifMatch, CaseJson.of(now)));
        return etags.tagged(CaseJson.of(kept));
    }

    /** Into the bin; its links open nothing from then on. */
    @DeleteMapping("/api/v1/business-cases/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        cases.delete(viewer, id, now -> etags.require(ifMatch, CaseJson.of(now)));
    }

    record CaseVersionJson(int revision, String at, UUID by) {}

    /**
     * @param next the cursor of the next page; null on the last
     */
    record CaseVersionList(List<CaseVersionJson> items, @Nullable String next) {}

    /** Newest first. */
    @GetMapping("/api/v1/business-cases/{id}/versions")
    CaseVersionList versions(
            @PathVariable UUID id,
            @RequestParam Optional<Integer> cursor,
            @RequestParam(defaultValue = "200") int limit,
            Viewer viewer) {
        existing(viewer, id);
        Slice<CaseVersion> page = cases.versions(viewer, id, cursor, Math.clamp(limit, 1, 200));
        return new CaseVersionList(
                page.items().stream()
                        .map(one ->
                                new CaseVersionJson(
                                        one.revision(), one.at().toString(), one.by().value()))
                        .toList(),
                page.next().orElse(null));
    }

    /** Lets an earlier version stand again, as a new one. */
    @PostMapping("/api/v1/business-cases/{id}/versions/{revision}/restore")
    ResponseEntity<CaseJson> restore(
            @PathVariable UUID id, @PathVariable int revision, Viewer viewer) {
        return etags.tagged(
                CaseJson.of(
                        cases.restore(viewer, id, revision, _ -> {})
                                .orElseThrow(BusinessCases::missing)));
    }
}
