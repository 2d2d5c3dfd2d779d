package app.rapport.calls.api;

import app.rapport.calls.BusinessCases;
import app.rapport.calls.CaseLink;
import app.rapport.calls.CaseLinks;
import app.rapport.calls.FiledCase;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

/** Links to business cases over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class CaseLinksApi {
    private final BusinessCases cases;
    private final CaseLinks links;

    CaseLinksApi(BusinessCases cases, CaseLinks links) {
        this.cases = cases;
        this.links = links;
    }

    /**
     * @param revision that it shows
     * @param endsOn the last day on which it opens
     * @param path told once, when it is made; null afterwards
     */
    record CaseLinkJson(
            UUID id,
            String label,
            int revision,
            String createdAt,
            UUID by,
            LocalDate endsOn,
            @Nullable String revokedAt,
            boolean opens,
            @Nullable String path) {
        static CaseLinkJson of(CaseLink link, @Nullable String path) {
            return new CaseLinkJson(
                    link.id(),
                    link.label(),
                    link.revision(),
                    link.createdAt().toString(),
                    link.by().value(),
                    link.endsOn(),
                    link.revokedAt().map(Instant::toString).orElse(null),
                    link.opens(),
                    path);
        }
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record CaseLinkList(List<CaseLinkJson> items, @Nullable String next) {}

    /** Newest first. */
    @GetMapping("/api/v1/business-cases/{id}/links")
    CaseLinkList all(
            @PathVariable UUID id,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "100") int limit,
            Viewer viewer) {
        Slice<CaseLink> page =
                links.of(viewer, existing(viewer, id), cursor, Math.clamp(limit, 1, 100));
        return new CaseLinkList(
                page.items().stream().map(link -> CaseLinkJson.of(link, null)).toList(),
                page.next().orElse(null));
    }

    private FiledCase existing(Viewer viewer, UUID id) {
        return cases.one(viewer, id).orElseThrow(BusinessCases::missing);
    }

    /**
     * @param endsOn 30 days from now where nothing is said
     */
    record NewCaseLink(@Nullable String label, @Nullable LocalDate endsOn) {}

    /** Shares the case as it stands; the answer tells the path this once. */
    @PostMapping("/api/v1/business-cases/{id}/links")
    @ResponseStatus(HttpStatus.CREATED)
    CaseLinkJson make(@PathVariable UUID id, @RequestBody NewCaseLink body, Viewer viewer) {
        FiledCase filed = existing(viewer, id);
        CaseLinks.Made made =
                links.make(
                        viewer,
                        filed,
                        body.label() == null ? "" : body.label(),
                        body.endsOn() == null ? links.usualEnd(viewer) : body.endsOn());
        return CaseLinkJson.of(made.link(), made.path());
    }

    /** From now on it shows the case as it stands. */
    @PostMapping("/api/v1/business-cases/{id}/links/{link}/renew")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renew(@PathVariable UUID id, @PathVariable UUID link, Viewer viewer) {
        if (!links.renew(viewer, existing(viewer, id), link)) throw BusinessCases.missing();
    }

    /** Takes revoking back. */
    @PostMapping("/api/v1/business-cases/{id}/links/{link}/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable UUID id, @PathVariable UUID link, Viewer viewer) {
        if (!links.restore(viewer, existing(viewer, id), link)) throw BusinessCases.missing();
    }

    /** Revokes it. */
    @DeleteMapping("/api/v1/business-cases/{id}/links/{link}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, @PathVariable UUID link, Viewer viewer) {
        if (!links.revoke(viewer, existing(viewer, id), link)) throw BusinessCases.missing();
    }
}
