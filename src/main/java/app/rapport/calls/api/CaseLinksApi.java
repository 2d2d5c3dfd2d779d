package app.rapport.calls.api;

import app.rapport.calls.BusinessCases;
import app.rapport.calls.CaseLink;
import app.rapport.calls.CaseLinks;
import app.rapport.calls.FiledCase;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.LocalDate;
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
     * @param revision that it shows; @param endsOn the last day on which it opens
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

    record CaseLinkList(List<CaseLinkJson> items) {}

    @GetMapping("/api/v1/business-cases/{id}/links")
    CaseLinkList all(@PathVariable UUID id, Viewer viewer) {
        return new CaseLinkList(
                links.of(viewer, existing(viewer, id)).stream()
                        .map(link -> CaseLinkJson.of(link, null))
                        .toList());
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

    /** Revokes it. */
    @DeleteMapping("/api/v1/business-cases/{id}/links/{link}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, @PathVariable UUID link, Viewer viewer) {
        if (!links.revoke(viewer, existing(viewer, id), link)) throw BusinessCases.missing();
    }
}
