package app.rapport.calls.api;

import app.rapport.calls.Briefings;
import app.rapport.calls.Briefings.Briefing;
import app.rapport.calls.Plans;
import app.rapport.calls.PlansSentAhead;
import app.rapport.calls.model.Heard;
import app.rapport.calls.model.SaleLength;
import app.rapport.calls.model.SentAhead;
import app.rapport.calls.model.TalkLog;
import app.rapport.calls.model.TalkPlan;
import app.rapport.conversations.Questions.Question;
import app.rapport.conversations.Touch;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.people.PersonCard;
import app.rapport.promises.model.Promise;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What one should know before a talk, and whether plans that go ahead do any good. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class KnownApi {
    private final Plans plans;
    private final Briefings briefings;
    private final PlansSentAhead sentAhead;
    private final Clock clock;

    KnownApi(Plans plans, Briefings briefings, PlansSentAhead sentAhead, Clock clock) {
        this.plans = plans;
        this.briefings = briefings;
        this.sentAhead = sentAhead;
        this.clock = clock;
    }

    /**
     * @param words as far as the token's member may read them
     */
    record KnownTouchJson(UUID touch, String channel, @Nullable String at, String words) {
        static KnownTouchJson of(Touch touch) {
            String words = touch.replyText().isBlank() ? touch.words() : touch.replyText();
            return new KnownTouchJson(
                    touch.id().value(),
                    touch.channel().word(),
                    touch.at().map(Object::toString).orElse(null),
                    words.isBlank() ? touch.subject() : words);
        }
    }

    /** By its id it is found at {@code /promises/{id}}. */
    record KnownPromiseJson(UUID id, String side, @Nullable String what, @Nullable String due) {
        static KnownPromiseJson of(Promise one) {
            return new KnownPromiseJson(
                    one.id(),
                    one.side().name().toLowerCase(Locale.ROOT),
                    one.what().isEmpty() ? null : one.what(),
                    one.due().map(due -> due.day().toString()).orElse(null));
        }
    }

    record KnownQuestionJson(UUID touch, int start, int end, String at, String quote) {
        static KnownQuestionJson of(Question one) {
            return new KnownQuestionJson(
                    one.words().touch().value(),
                    one.words().start(),
                    one.words().end(),
                    one.at().toString(),
                    one.quote());
        }
    }

    /**
     * @param kind need, need_sensed, hesitation or question
     */
    record KnownHeardJson(String kind, String words, String at, @Nullable UUID touch) {
        static KnownHeardJson of(Heard one) {
            return new KnownHeardJson(
                    one.kind().name().toLowerCase(Locale.ROOT),
                    one.words(),
                    one.at().toString(),
                    one.touch().map(TouchId::value).orElse(null));
        }
    }

    record KnownGuestJson(UUID contact, String name, String where) {
        static KnownGuestJson of(PersonCard card) {
            return new KnownGuestJson(card.id().value(), card.name(), card.where());
        }
    }

    /**
     * @param story what was said last, the newest first
     * @param promises open ones, both ways
     * @param theyAsked what waits for an answer of ours, {@code weAsked} of theirs
     * @param discovered what is known of how they buy, by what it is
     * @param mood how the last talk felt to them; null while nobody said so
     * @param note what stands on their own record
     * @param there who else takes part
     */
    record KnownJson(
            List<KnownTouchJson> story,
            List<KnownPromiseJson> promises,
            List<KnownQuestionJson> theyAsked,
            List<KnownQuestionJson> weAsked,
            List<KnownHeardJson> heard,
            Map<String, String> discovered,
            @Nullable String mood,
            String note,
            List<KnownGuestJson> there) {
        static KnownJson of(Briefing known) {
            return new KnownJson(
                    known.story().stream().filter(Touch::mayRead).map(KnownTouchJson::of).toList(),
                    known.promises().stream().map(KnownPromiseJson::of).toList(),
                    known.questions().theirs().stream().map(KnownQuestionJson::of).toList(),
                    known.questions().ours().stream().map(KnownQuestionJson::of).toList(),
                    known.heard().stream().map(KnownHeardJson::of).toList(),
                    known.discovered(),
                    known.mood().map(last -> TalkLog.word(last.mood())).orElse(null),
                    known.note(),
                    known.there().stream().map(KnownGuestJson::of).toList());
        }
    }

    /** What one should know before this talk. */
    @GetMapping("/api/v1/plans/{id}/known")
    KnownJson known(@PathVariable UUID id, Viewer viewer) {
        TalkPlan plan = plans.one(viewer, id).orElseThrow(Plans::missing);
        return KnownJson.of(briefings.of(viewer, plan, clock.instant()));
    }

    /**
     * @param talks that were judged
     * @param reached of them, that reached their aim
     * @param days from the beginning to the end of each deal that was won after such a talk
     */
    record AheadFigureJson(int talks, int reached, List<Integer> days) {
        static AheadFigureJson of(SentAhead.Share share, List<Integer> days) {
            return new AheadFigureJson(share.talks(), share.reached(), days);
        }
    }

    /**
     * @param aims whether talks reach their aim more often
     * @param sales whether deals are won sooner
     */
    record AheadFiguresJson(
            AheadFigureJson with, AheadFigureJson without, String aims, String sales) {}

    /** What our own talks and deals say of plans that were sent ahead. */
    @GetMapping("/api/v1/plans/sent-ahead")
    AheadFiguresJson figures(Viewer viewer) {
        SentAhead aims = sentAhead.figures(viewer);
        SaleLength sales = sentAhead.saleLength(viewer);
        return new AheadFiguresJson(
                AheadFigureJson.of(aims.with(), sales.with()),
                AheadFigureJson.of(aims.without(), sales.without()),
                aims.words(),
                sales.words());
    }
}
