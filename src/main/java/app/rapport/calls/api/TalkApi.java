package app.rapport.calls.api;

import app.rapport.access.Refused;
import app.rapport.calls.Acceptance;
import app.rapport.calls.Plans;
import app.rapport.calls.Sheets;
import app.rapport.calls.Sheets.Sheet;
import app.rapport.calls.Sheets.Typed;
import app.rapport.calls.model.Found;
import app.rapport.calls.model.Kept;
import app.rapport.calls.model.TalkPlan;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.listening.dates.Due;
import app.rapport.promises.model.Deadline;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Notes of a talk and what is found in them, over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TalkApi {
    private final Plans plans;
    private final Sheets sheets;
    private final Acceptance acceptance;

    TalkApi(Plans plans, Sheets sheets, Acceptance acceptance) {
        this.plans = plans;
        this.sheets = sheets;
        this.acceptance = acceptance;
    }

    /**
     * @param place names these words for accept, decline and undo
     * @param kind our_promise, their_promise, need, need_sensed, hesitation, question or date
     * @param start place in the notes, {@code end} exclusive, in UTF-16 units
     * @param due a date, or a date with a time in the member's zone
     */
    record FoundJson(
            String place, String kind, String words, int start, int end, @Nullable String due) {
        static FoundJson of(Found one) {
            return new FoundJson(
                    one.place(),
                    word(one.kind()),
                    one.words(),
                    one.start(),
                    one.end(),
                    one.due().map(TalkApi::written).orElse(null));
        }
    }

    /**
     * @param promise what it became
     */
    record KeptJson(
            String place,
            String kind,
            String words,
            @Nullable String due,
            @Nullable UUID promise,
            boolean declined,
            String at) {
        static KeptJson of(Kept one) {
            return new KeptJson(
                    one.place(),
                    word(one.kind()),
                    one.words(),
                    one.due().map(TalkApi::written).orElse(null),
                    one.promise().orElse(null),
                    one.declined(),
                    one.at().toString());
        }
    }

    /**
     * @param revision to be sent with the next change
     * @param found what nobody decided about yet
     * @param decided what was accepted or declined
     */
    record NotesJson(
            String text,
            int revision,
            @Nullable String begunAt,
            @Nullable String savedAt,
            List<FoundJson> found,
            List<KeptJson> decided) {
        static NotesJson of(Sheet sheet) {
            return new NotesJson(
                    sheet.notes().text(),
                    sheet.notes().revision(),
                    sheet.notes().begunAt().map(Instant::toString).orElse(null),
                    sheet.notes().savedAt().map(Instant::toString).orElse(null),
                    sheet.offered().stream().map(FoundJson::of).toList(),
                    sheet.kept().stream().map(KeptJson::of).toList());
        }
    }

    private static String word(Found.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String written(Due due) {
        return due.day() + due.time().map((LocalTime time) -> "T" + time).orElse("");
    }

    private static String written(Deadline due) {
        return due.day() + due.time().map(time -> "T" + time).orElse("");
    }

    @GetMapping("/api/v1/plans/{id}/notes")
    NotesJson notes(@PathVariable UUID id, Viewer viewer) {
        return NotesJson.of(sheets.of(viewer, plan(viewer, id)));
    }

    private TalkPlan plan(Viewer viewer, UUID id) {
        return plans.one(viewer, id).orElseThrow(Plans::missing);
    }

    /**
     * @param base the text as it was read; where it changed since, both are joined
     * @param revision that was read; 0 for none
     * @param typedAt when it was typed, where that is long ago
     */
    record NewNotes(
            @Nullable String text,
            @Nullable String base,
            @Nullable Integer revision,
            @Nullable OffsetDateTime typedAt) {}

    /** Keeps the notes. No line that somebody else wrote meanwhile is lost. */
    @PutMapping("/api/v1/plans/{id}/notes")
    NotesJson save(@PathVariable UUID id, @RequestBody NewNotes notes, Viewer viewer) {
        TalkPlan plan = plan(viewer, id);
        if (notes.text() == null) throw new Refused("text", "Say what was said");
        sheets.save(
                viewer,
                plan,
                new Typed(
                        notes.base() == null ? "" : notes.base(),
                        notes.revision() == null ? 0 : notes.revision(),
                        notes.text(),
                        Optional.ofNullable(notes.typedAt()).map(OffsetDateTime::toInstant)));
        return notes(id, viewer);
    }

    /** It becomes what it is: a promise is made, a need or a question kept. */
    @PostMapping("/api/v1/plans/{id}/found/{place}/accept")
    NotesJson accept(@PathVariable UUID id, @PathVariable String place, Viewer viewer) {
        TalkPlan plan = plan(viewer, id);
        if (acceptance.accept(viewer, plan, place).isEmpty()) throw Plans.missing();
        return notes(id, viewer);
    }

    /** It is none of what it seemed, and is not offered again. */
    @PostMapping("/api/v1/plans/{id}/found/{place}/decline")
    NotesJson decline(@PathVariable UUID id, @PathVariable String place, Viewer viewer) {
        if (!acceptance.decline(viewer, plan(viewer, id), place)) throw Plans.missing();
        return notes(id, viewer);
    }

    /** Takes back what was decided; a promise goes with it unless something came after it. */
    @PostMapping("/api/v1/plans/{id}/found/{place}/undo")
    NotesJson undo(@PathVariable UUID id, @PathVariable String place, Viewer viewer) {
        if (!acceptance.undo(viewer, plan(viewer, id), place)) throw Plans.missing();
        return notes(id, viewer);
    }
}
