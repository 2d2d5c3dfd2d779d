package app.rapport.calls;

import app.rapport.access.Refused;
import app.rapport.calls.Sheets.Sheet;
import app.rapport.calls.model.Found;
import app.rapport.calls.model.Kept;
import app.rapport.calls.model.TalkLog;
import app.rapport.calls.model.TalkLog.Discovered;
import app.rapport.calls.model.TalkLog.Judgement;
import app.rapport.calls.model.TalkLog.Next;
import app.rapport.calls.model.TalkPlan;
import app.rapport.calls.store.LogRows;
import app.rapport.calls.store.TalkPlanRows;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.TypedTouch;
import app.rapport.conversations.Withdrawals;
import app.rapport.conversations.Writing;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.promises.Promises;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Line;
import app.rapport.promises.model.Promise;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A talk is logged: its notes become a touch, its next step a task, and what came out of it is kept
 * beside what was planned. All of it in one go, and taken back in one go.
 */
@Service
public class TalkLogs {
    private final LogRows rows;
    private final TalkPlanRows plans;
    private final Sheets sheets;
    private final Acceptance acceptance;
    private final Conversations conversations;
    private final Withdrawals withdrawals;
    private final Promises promises;
    private final Writing writing;
    private final Clock clock;

    TalkLogs(
            LogRows rows,
            TalkPlanRows plans,
            Sheets sheets,
            Acceptance acceptance,
            Conversations conversations,
            Withdrawals withdrawals,
            Promises promises,
            Writing writing,
            Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.sheets = sheets;
        this.acceptance = acceptance;
        this.conversations = conversations;
        this.withdrawals = withdrawals;
        this.promises = promises;
        this.writing = writing;
        this.clock = clock;
    }

    public Optional<TalkLog> of(Viewer viewer, UUID plan) {
        return rows.of(viewer, plan);
    }

    /**
     * @param next what is done next, with its day in it or in {@code when}
     * @param noneBecause why there is no next step
     */
    public record Evaluation(
            Judgement judgement,
            Discovered discovered,
            String next,
            String when,
            String noneBecause) {}

    /**
     * @param touch the talk as it goes into the story, with the notes as its words
     * @throws Refused when the next step has no day
     * @throws TypedTouch.Refused when it cannot be logged
     */
    @Transactional
    public TalkLog log(Viewer viewer, TalkPlan plan, TypedTouch touch, Evaluation said) {
        plans.lock(viewer, plan.id());
        if (rows.of(viewer, plan.id()).isPresent())
            throw new Refused("log", "This talk is logged already");
        Instant now = clock.instant();
        TouchId id = conversations.log(viewer, touch);
        showSources(viewer, plan, Optional.of(id), touch.words());
        Next next = next(viewer, plan, said, id);
        TalkLog log =
                new TalkLog(
                        plan.id(),
                        Optional.of(id),
                        viewer.member(),
                        now,
                        said.judgement(),
                        said.discovered(),
                        next);
        rows.put(
                viewer,
                log,
                now,
                plan.draft().filter(draft -> writing.isOrdered(viewer, draft)).isPresent());
        return log;
    }

    /** What was promised in the notes opens to the very words from now on. */
    private void showSources(Viewer viewer, TalkPlan plan, Optional<TouchId> touch, String notes) {
        for (Kept kept : sheets.of(viewer, plan).accepted())
            kept.promise()
                    .ifPresent(promise ->
                            promises.madeIn(
                                    viewer,
                                    promise,
                                    touch.map(id -> Acceptance.passage(id, notes, kept.words()))));
    }

    private Next next(Viewer viewer, TalkPlan plan, Evaluation said, TouchId touch) {
        if (said.next().isBlank())
            return new Next("", Optional.empty(), Optional.empty(), false, said.noneBecause());
        Line line = promises.read(viewer, said.next());
        Deadline due =
                Optional.of(said.when())
                        .filter(when -> !when.isBlank())
                        .flatMap(when -> promises.day(viewer, when))
                        .or(line::due)
                        .orElseThrow(TalkLogs::withoutDay);
        Optional<UUID> promised = promised(viewer, plan, said.next());
        UUID promise = promised.orElseGet(() -> task(viewer, plan, line.what(), due, touch).id());
        return new Next(
                said.next(), Optional.of(due), Optional.of(promise), promised.isEmpty(), "");
    }

    private static Refused withoutDay() {
        return new Refused(
                "when", "Say by when, such as \"next Friday\", or why there is no next step");
    }

    /** A next step that is a promise of the notes is that promise, and not a task beside it. */
    private Optional<UUID> promised(Viewer viewer, TalkPlan plan, String next) {
        Sheet sheet = sheets.of(viewer, plan);
        return sheet.accepted().stream()
                .filter(kept -> kept.kind() == Found.Kind.OUR_PROMISE && isSame(kept.words(), next))
                .flatMap(kept -> kept.promise().stream())
                .findFirst()
                .or(() ->
                        sheet.offered().stream()
                                .filter(found -> found.kind() == Found.Kind.OUR_PROMISE)
                                .filter(found -> isSame(found.words(), next))
                                .findFirst()
                                .flatMap(found -> acceptance.accept(viewer, plan, found.place()))
                                .flatMap(Kept::promise));
    }

    private static boolean isSame(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }

    private Promise task(Viewer viewer, TalkPlan plan, String what, Deadline due, TouchId touch) {
        return promises.make(
                viewer,
                new Promises.New(
                        Promise.Side.TASK,
                        Optional.of(plan.person()),
                        viewer.member(),
                        what,
                        Optional.of(due),
                        1,
                        Optional.of(Evidence.whole(touch))));
    }

    /** Judges it again, on re-reading; a next step that was missing may be said now. */
    @Transactional
    public TalkLog change(Viewer viewer, TalkPlan plan, Evaluation said) {
        plans.lock(viewer, plan.id());
        TalkLog standing = rows.of(viewer, plan.id()).orElseThrow(Plans::missing);
        Next next =
                isSameNext(standing.next(), said)
                        ? standing.next()
                        : nextOf(viewer, plan, standing, said);
        TalkLog changed =
                new TalkLog(
                        standing.plan(),
                        standing.touch(),
                        standing.member(),
                        standing.loggedAt(),
                        said.judgement(),
                        said.discovered(),
                        next);
        rows.put(viewer, changed, clock.instant(), false);
        return changed;
    }

    private static boolean isSameNext(Next next, Evaluation said) {
        return isSame(next.words(), said.next())
                && isSame(next.noneBecause(), said.noneBecause())
                && said.when().isBlank();
    }

    private Next nextOf(Viewer viewer, TalkPlan plan, TalkLog standing, Evaluation said) {
        TouchId touch =
                standing.touch()
                        .orElseThrow(() -> new Refused("next", "The talk itself is erased"));
        dropNext(viewer, standing.next());
        return next(viewer, plan, said, touch);
    }

    private void dropNext(Viewer viewer, Next next) {
        if (next.madeHere()) next.promise().ifPresent(one -> promises.unmake(viewer, one));
    }

    /** As if it was never logged: the talk goes into the bin, its notes are on the sheet again. */
    @Transactional
    public boolean takeBack(Viewer viewer, TalkPlan plan) {
        plans.lock(viewer, plan.id());
        Optional<TalkLog> standing = rows.of(viewer, plan.id());
        if (standing.isEmpty()) return false;
        standing.get().touch().ifPresent(touch -> withdrawals.withdraw(viewer, touch));
        showSources(viewer, plan, Optional.empty(), "");
        dropNext(viewer, standing.get().next());
        rows.remove(viewer, plan.id());
        return true;
    }
}
