package app.rapport.agenda.api;

import app.rapport.access.Refused;
import app.rapport.agenda.Today;
import app.rapport.agenda.TodayJson;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Verdict;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Today over the API, for now or any past moment. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TodayApi {
    private final Today today;
    private final Clock clock;

    TodayApi(Today today, Clock clock) {
        this.today = today;
        this.clock = clock;
    }

    @GetMapping("/api/v1/today")
    TodayJson today(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable OffsetDateTime at,
            @RequestParam(defaultValue = "100") int limit,
            Viewer viewer) {
        if (at != null) check("at", at);
        Instant moment = at == null ? clock.instant() : at.toInstant();
        return TodayJson.of(today.at(viewer, moment), Math.clamp(limit, 1, 1_000));
    }

    /**
     * @param batch takes the decision back by {@code POST /today/undo/{batch}}
     */
    record Decided(UUID batch) {}

    /**
     * @param until ISO 8601 with offset; null = until they write
     */
    record Snooze(@Nullable OffsetDateTime until) {}

    record Dismissal(@Nullable String reason) {}

    @PostMapping("/api/v1/today/{id}/done")
    Decided done(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable OffsetDateTime at,
            Viewer viewer) {
        return judge(viewer, id, at, new Verdict.Done());
    }

    @PostMapping("/api/v1/today/{id}/snooze")
    Decided snooze(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Snooze snooze,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable OffsetDateTime at,
            Viewer viewer) {
        OffsetDateTime until = snooze == null ? null : snooze.until();
        if (until != null) checkAhead(until);
        return judge(
                viewer,
                id,
                at,
                until == null
                        ? new Verdict.SnoozedUntilTheyWrite()
                        : new Verdict.SnoozedUntil(until.toInstant()));
    }

    @PostMapping("/api/v1/today/{id}/dismiss")
    Decided dismiss(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Dismissal dismissal,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable OffsetDateTime at,
            Viewer viewer) {
        String reason = dismissal == null ? null : dismissal.reason();
        if (reason != null && reason.indexOf('\0') >= 0)
            throw new Refused("reason", "A zero character is no text");
        return judge(viewer, id, at, new Verdict.NotNeeded(reason == null ? "not needed" : reason));
    }

    @PostMapping("/api/v1/today/undo/{batch}")
    Decided undo(@PathVariable UUID batch, Viewer viewer) {
        if (today.undo(viewer, batch).isEmpty())
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return new Decided(batch);
    }

    private void checkAhead(OffsetDateTime until) {
        check("until", until);
        if (!until.toInstant().isAfter(clock.instant()))
            throw new Refused("until", "Give a time that is still to come");
    }

    /** Times reach further than the calendar of anybody, and than the database's. */
    private static void check(String field, OffsetDateTime time) {
        if (time.getYear() < 1 || time.getYear() > 9999)
            throw new Refused(field, "Give a year from 1 to 9999");
    }

    /**
     * @param at the moment of the list on which the item stood; the decision itself counts from now
     */
    private Decided judge(Viewer viewer, String id, @Nullable OffsetDateTime at, Verdict verdict) {
        if (at != null) check("at", at);
        return today.judge(viewer, id, verdict, at == null ? clock.instant() : at.toInstant())
                .map(decision -> new Decided(decision.batch()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
