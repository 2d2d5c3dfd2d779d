package app.rapport.negotiations.api;

import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.PlanVersion;
import app.rapport.negotiations.PlanVersions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plans as they stood, over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class VersionsApi {
    private static final int MOST = 200;

    private final PlanVersions versions;
    private final PlanChanges plans;

    VersionsApi(PlanVersions versions, PlanChanges plans) {
        this.versions = versions;
        this.plans = plans;
    }

    record PlanVersionJson(int revision, Instant at, UUID by, String what) {
        static PlanVersionJson of(PlanVersion one) {
            return new PlanVersionJson(one.revision(), one.at(), one.by().value(), one.what());
        }
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record PlanVersionList(List<PlanVersionJson> items, @Nullable String next) {}

    /** Newest first. */
    @GetMapping("/api/v1/negotiations/{id}/versions")
    PlanVersionList list(
            @PathVariable UUID id,
            @RequestParam Optional<Integer> cursor,
            @RequestParam(defaultValue = "200") int limit,
            Viewer viewer) {
        plans.existing(viewer, id);
        Slice<PlanVersionJson> page =
                versions.page(viewer, new NegotiationId(id), cursor, Math.clamp(limit, 1, MOST))
                        .map(PlanVersionJson::of);
        return new PlanVersionList(page.items(), page.next().orElse(null));
    }

    /** The plan as it stood; team and dates are today's. */
    @GetMapping("/api/v1/negotiations/{id}/versions/{revision}")
    NegotiationJson one(@PathVariable UUID id, @PathVariable int revision, Viewer viewer) {
        return versions.one(viewer, new NegotiationId(id), revision)
                .map(plan -> plans.json(viewer, plans.existing(viewer, id).with(plan, revision)))
                .orElseThrow(PlanChanges::nothing);
    }

    /** Keeps the plan as it stands. */
    @PostMapping("/api/v1/negotiations/{id}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    PlanVersionList keep(@PathVariable UUID id, Viewer viewer) {
        if (!versions.keep(viewer, new NegotiationId(id), "kept by hand"))
            throw PlanChanges.nothing();
        return list(id, Optional.empty(), MOST, viewer);
    }

    /** Makes it the plan again; what stood until now is kept as a version. */
    @PostMapping("/api/v1/negotiations/{id}/versions/{revision}/restore")
    ResponseEntity<NegotiationJson> restore(
            @PathVariable UUID id, @PathVariable int revision, Viewer viewer) {
        if (versions.restore(viewer, new NegotiationId(id), revision).isEmpty())
            throw PlanChanges.nothing();
        return plans.tagged(viewer, id);
    }
}
