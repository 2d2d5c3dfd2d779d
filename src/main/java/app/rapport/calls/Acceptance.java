package app.rapport.calls;

import app.rapport.calls.Sheets.Sheet;
import app.rapport.calls.model.Found;
import app.rapport.calls.model.Kept;
import app.rapport.calls.model.Notes;
import app.rapport.calls.model.PromisedWords;
import app.rapport.calls.model.TalkPlan;
import app.rapport.calls.store.FindingRows;
import app.rapport.calls.store.LogRows;
import app.rapport.calls.store.TalkPlanRows;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.listening.dates.DueDates;
import app.rapport.promises.Promises;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Line;
import app.rapport.promises.model.Promise;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was found in notes becomes what it is, once somebody says so. */
@Service
public class Acceptance {
    private static final DueDates DATES = DueDates.english();

    private final Sheets sheets;
    private final TalkPlanRows plans;
    private final FindingRows findings;
    private final LogRows logs;
    private final NamedPeople named;
    private final Promises promises;
    private final Clock clock;

    Acceptance(
            Sheets sheets,
            TalkPlanRows plans,
            FindingRows findings,
            LogRows logs,
            NamedPeople named,
            Promises promises,
            Clock clock) {
        this.sheets = sheets;
        this.plans = plans;
        this.findings = findings;
        this.logs = logs;
        this.named = named;
        this.promises = promises;
        this.clock = clock;
    }

    /**
     * A promise is made, a need or a question is kept.
     *
     * @return what was kept; empty where nothing of that place is offered any more
     */
    @Transactional
    public Optional<Kept> accept(Viewer viewer, TalkPlan plan, String place) {
        plans.lock(viewer, plan.id());
        Sheet sheet = sheets.of(viewer, plan);
        return sheet.offer(place).map(found -> accepted(viewer, plan, sheet.notes(), found));
    }

    private Kept accepted(Viewer viewer, TalkPlan plan, Notes notes, Found found) {
        Optional<Promise> promise =
                found.kind().isPromise()
                        ? Optional.of(promise(viewer, plan, notes, found))
                        : Optional.empty();
        Kept kept = kept(found, promise.map(Promise::id), false);
        findings.add(viewer, plan.id(), kept);
        return kept;
    }

    private Promise promise(Viewer viewer, TalkPlan plan, Notes notes, Found found) {
        boolean ours = found.kind() == Found.Kind.OUR_PROMISE;
        PersonId with = ours ? plan.person() : named.meant(viewer, plan, found.who());
        Line line = Line.read(found.words(), sheets.begun(viewer, notes), DATES);
        Optional<Evidence> words =
                logs.of(viewer, plan.id())
                        .flatMap(log -> log.touch())
                        .map(touch -> passage(touch, notes.text(), found.words()));
        return promises.make(
                viewer,
                new Promises.New(
                        ours ? Promise.Side.OURS : Promise.Side.THEIRS,
                        Optional.of(with),
                        viewer.member(),
                        ours ? PromisedWords.of(line.what()) : line.what(),
                        line.due(),
                        1,
                        words));
    }

    /**
     * Where words stand in the touch that notes became, which begins where they begin to say
     * something.
     */
    static Evidence passage(TouchId touch, String notes, String words) {
        int start = notes.strip().indexOf(words);
        return start < 0
                ? Evidence.whole(touch)
                : new Evidence(touch, start, start + words.length());
    }

    private Kept kept(Found found, Optional<UUID> promise, boolean declined) {
        return new Kept(
                found.place(),
                found.kind(),
                found.words(),
                found.due().map(due -> new Deadline(due.day(), due.time())),
                promise,
                declined,
                clock.instant());
    }

    /** It is none of what it seemed; it is not offered again. */
    @Transactional
    public boolean decline(Viewer viewer, TalkPlan plan, String place) {
        Optional<Found> found = sheets.of(viewer, plan).offer(place);
        found.ifPresent(one -> findings.add(viewer, plan.id(), kept(one, Optional.empty(), true)));
        return found.isPresent();
    }

    /** Offers it again; a promise that was made of it is gone, unless something came after it. */
    @Transactional
    public boolean undo(Viewer viewer, TalkPlan plan, String place) {
        Optional<Kept> kept =
                findings.of(viewer, plan.id()).stream()
                        .filter(one -> one.place().equals(place))
                        .findFirst();
        boolean free =
                kept.flatMap(Kept::promise)
                        .map(promise ->
                                promises.unmake(viewer, promise)
                                        || promises.one(viewer, promise).isEmpty())
                        .orElse(true);
        if (kept.isEmpty() || !free) return false;
        findings.remove(viewer, plan.id(), place);
        return true;
    }

    /** Somebody who is named took part. */
    @Transactional
    public void tookPart(Viewer viewer, TalkPlan plan, PersonId guest) {
        plans.change(
                viewer,
                new TalkPlan(
                        plan.id(),
                        plan.person(),
                        plan.member(),
                        plan.terms(),
                        plan.words(),
                        Stream.concat(plan.guests().stream(), Stream.of(guest)).distinct().toList(),
                        plan.draft(),
                        plan.createdAt(),
                        clock.instant(),
                        plan.logged()));
    }
}
