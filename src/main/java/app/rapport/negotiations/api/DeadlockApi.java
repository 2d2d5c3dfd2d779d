package app.rapport.negotiations.api;

import app.rapport.access.Etags;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.Deadlocks;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Sitting;
import app.rapport.negotiations.Sittings;
import app.rapport.negotiations.api.TableJson.ValueJson;
import app.rapport.negotiations.model.table.Deadlock;
import app.rapport.negotiations.model.table.Valuation;
import app.rapport.negotiations.model.table.WayOut;
import app.rapport.negotiations.model.table.WaysOut;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Deadlock rooms over the API, for the teams of their negotiations. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class DeadlockApi {
    private final Deadlocks deadlocks;
    private final Sittings sittings;
    private final Etags etags;

    DeadlockApi(Deadlocks deadlocks, Sittings sittings, Etags etags) {
        this.deadlocks = deadlocks;
        this.sittings = sittings;
        this.etags = etags;
    }

    /**
     * What was laid side by side. To change it, send all of it; what is left out stays.
     *
     * @param question tests our reading of them
     * @param heard their answer to it
     * @param ourWay how we may move and keep face
     * @param theirWay how they may
     */
    record DeadlockWords(
            @Nullable String ourView,
            @Nullable String theirView,
            @Nullable String question,
            @Nullable String heard,
            @Nullable String ourWay,
            @Nullable String theirWay) {
        static DeadlockWords of(Deadlock one) {
            return new DeadlockWords(
                    one.ourView(),
                    one.theirView(),
                    one.question(),
                    one.heard(),
                    one.ourWay(),
                    one.theirWay());
        }

        Deadlock on(Deadlock standing) {
            return new Deadlock(
                    said(ourView, standing.ourView()),
                    said(theirView, standing.theirView()),
                    said(question, standing.question()),
                    said(heard, standing.heard()),
                    said(ourWay, standing.ourWay()),
                    said(theirWay, standing.theirWay()),
                    standing.revision(),
                    Optional.empty());
        }

        private static String said(@Nullable String words, String standing) {
            return words == null ? standing : words.strip();
        }
    }

    /**
     * @param revision counts the changes; 0 while nothing is written
     */
    record WrittenJson(
            DeadlockWords words,
            int revision,
            @Nullable UUID changedBy,
            @Nullable Instant changedAt) {
        static WrittenJson of(Deadlock one) {
            return new WrittenJson(
                    DeadlockWords.of(one),
                    one.revision(),
                    one.changed().map(changed -> changed.by().value()).orElse(null),
                    one.changed().map(Deadlock.Changed::at).orElse(null));
        }
    }

    /**
     * A package that might end it.
     *
     * @param ours what it changes for us from our last offer
     * @param theirs for them, as believed
     */
    record WayOutJson(
            String why, Map<UUID, String> choices, ValueJson worth, double ours, double theirs) {
        static WayOutJson of(Valuation valuation, WayOut way) {
            return new WayOutJson(
                    way.why(),
                    valuation.choices(way.outcome()),
                    ValueJson.of(way.value()),
                    way.ours(),
                    way.theirs());
        }
    }

    /**
     * @param unnamed packages that were on the table of neither
     * @param compromise null where nothing is better than walking away for both
     * @param question for instance
     * @param ourWay for instance
     * @param theirWay for instance
     */
    record WaysOutJson(
            List<WayOutJson> unnamed,
            @Nullable WayOutJson compromise,
            String question,
            String ourWay,
            String theirWay) {
        static WaysOutJson of(Sitting sitting) {
            Valuation valuation = sitting.valuation();
            WaysOut ways = WaysOut.of(sitting.path(), valuation);
            return new WaysOutJson(
                    ways.unnamed().stream().map(way -> WayOutJson.of(valuation, way)).toList(),
                    ways.compromise().map(way -> WayOutJson.of(valuation, way)).orElse(null),
                    ways.question(),
                    ways.ourWay(),
                    ways.theirWay());
        }
    }

    /** What both wrote; the tag is for changing it. */
    @GetMapping("/api/v1/negotiations/{id}/table/deadlock")
    ResponseEntity<WrittenJson> room(@PathVariable UUID id, Viewer viewer) {
        return etags.tagged(WrittenJson.of(standing(viewer, id)));
    }

    private Deadlock standing(Viewer viewer, UUID id) {
        return deadlocks.one(viewer, new NegotiationId(id)).orElseThrow(PlanChanges::nothing);
    }

    /** What nobody has named yet, a compromise with its cost, and words for each part. */
    @GetMapping("/api/v1/negotiations/{id}/table/ways-out")
    WaysOutJson ways(@PathVariable UUID id, Viewer viewer) {
        return sittings.one(viewer, new NegotiationId(id))
                .map(WaysOutJson::of)
                .orElseThrow(PlanChanges::nothing);
    }

    @PutMapping("/api/v1/negotiations/{id}/table/deadlock")
    ResponseEntity<WrittenJson> write(
            @PathVariable UUID id,
            @RequestBody DeadlockWords body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        Deadlock standing = standing(viewer, id);
        etags.require(ifMatch, WrittenJson.of(standing));
        if (!deadlocks.write(viewer, new NegotiationId(id), body.on(standing)))
            throw PlanChanges.nothing();
        return room(id, viewer);
    }
}
