package app.rapport.calls.api;

import static app.rapport.kernel.GivenWords.orEmpty;

import app.rapport.access.Refused;
import app.rapport.calls.Plans;
import app.rapport.calls.Sheets;
import app.rapport.calls.TalkLogs;
import app.rapport.calls.TalkLogs.Evaluation;
import app.rapport.calls.model.TalkLog;
import app.rapport.calls.model.TalkLog.Discovered;
import app.rapport.calls.model.TalkLog.Judgement;
import app.rapport.calls.model.TalkPlan;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What came out of a talk, over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class LogApi {
    private final Plans plans;
    private final Sheets sheets;
    private final TalkLogs logs;
    private final Clock clock;

    LogApi(Plans plans, Sheets sheets, TalkLogs logs, Clock clock) {
        this.plans = plans;
        this.sheets = sheets;
        this.logs = logs;
        this.clock = clock;
    }

    record DiscoveredJson(
            @Nullable String motivators,
            @Nullable String budget,
            @Nullable String howDecided,
            @Nullable String whoDecides,
            @Nullable String whoInfluences,
            @Nullable String usesNow) {
        static DiscoveredJson of(Discovered one) {
            return new DiscoveredJson(
                    one.motivators(),
                    one.budget(),
                    one.howDecided(),
                    one.whoDecides(),
                    one.whoInfluences(),
                    one.usesNow());
        }

        Discovered read() {
            return new Discovered(
                    orEmpty(motivators),
                    orEmpty(budget),
                    orEmpty(howDecided),
                    orEmpty(whoDecides),
                    orEmpty(whoInfluences),
                    orEmpty(usesNow));
        }
    }

    /**
     * @param touch as which it stands in the story; null where that is erased
     * @param aim yes, partly, no or not_said
     * @param mood unhappy, satisfied, delighted or not_said
     * @param nextPromise the task or promise that the next step is
     */
    record LogJson(
            UUID plan,
            @Nullable UUID touch,
            UUID member,
            String loggedAt,
            String aim,
            String mood,
            String moved,
            String missed,
            DiscoveredJson discovered,
            String next,
            @Nullable UUID nextPromise,
            String noneBecause) {
        static LogJson of(TalkLog log) {
            return new LogJson(
                    log.plan(),
                    log.touch().map(TouchId::value).orElse(null),
                    log.member().value(),
                    log.loggedAt().toString(),
                    TalkLog.word(log.judgement().aim()),
                    TalkLog.word(log.judgement().mood()),
                    log.judgement().moved(),
                    log.judgement().missed(),
                    DiscoveredJson.of(log.discovered()),
                    log.next().words(),
                    log.next().promise().orElse(null),
                    log.next().noneBecause());
        }
    }

    /**
     * @param next what is done next, with its day in it or in {@code when}: "next Friday"
     * @param noneBecause why there is no next step
     * @param at when the talk began, where it is logged; now where it is left out
     * @param side you, them or both
     */
    record NewLog(
            @Nullable String aim,
            @Nullable String mood,
            @Nullable String moved,
            @Nullable String missed,
            @Nullable DiscoveredJson discovered,
            @Nullable String next,
            @Nullable String when,
            @Nullable String noneBecause,
            @Nullable OffsetDateTime at,
            @Nullable Integer minutes,
            @Nullable String side) {

        Evaluation evaluation() {
            return new Evaluation(
                    new Judgement(
                            one(TalkLog.Aim.class, "aim", aim),
                            one(TalkLog.Mood.class, "mood", mood),
                            orEmpty(moved),
                            orEmpty(missed)),
                    discovered == null ? Discovered.NOTHING : discovered.read(),
                    orEmpty(next).strip(),
                    orEmpty(when).strip(),
                    orEmpty(noneBecause).strip());
        }
    }

    private static <E extends Enum<E>> E one(Class<E> kind, String field, @Nullable String word) {
        String name = word == null ? "NOT_SAID" : word.toUpperCase(Locale.ROOT);
        return Stream.of(kind.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(field, "There is no such " + field));
    }

    @GetMapping("/api/v1/plans/{id}/log")
    LogJson one(@PathVariable UUID id, Viewer viewer) {
        plan(viewer, id);
        return logs.of(viewer, id).map(LogJson::of).orElseThrow(Plans::missing);
    }

    private TalkPlan plan(Viewer viewer, UUID id) {
        return plans.one(viewer, id).orElseThrow(Plans::missing);
    }

    /** Logs the talk: its notes become a touch, its next step a task. */
    @PostMapping("/api/v1/plans/{id}/log")
    @ResponseStatus(HttpStatus.CREATED)
    LogJson log(@PathVariable UUID id, @RequestBody NewLog said, Viewer viewer) {
        TalkPlan plan = plan(viewer, id);
        try {
            return LogJson.of(logs.log(viewer, plan, touch(viewer, plan, said), said.evaluation()));
        } catch (TypedTouch.Refused e) {
            throw new Refused(e.field(), String.valueOf(e.getMessage()));
        }
    }

    private TypedTouch touch(Viewer viewer, TalkPlan plan, NewLog said) {
        return new TypedTouch(
                plan.terms().channel(),
                Stream.concat(Stream.of(plan.person()), plan.guests().stream()).toList(),
                said.at() == null ? clock.instant() : said.at().toInstant(),
                side(said.side(), plan.terms().channel()),
                Optional.ofNullable(said.minutes()),
                "",
                sheets.of(viewer, plan).notes().text().strip(),
                Optional.empty());
    }

    private static Side side(@Nullable String side, Channel channel) {
        return switch (side == null ? "" : side) {
            case "" -> channel == Channel.MEETING ? Side.BOTH : Side.YOU;
            case "you", "us" -> Side.YOU;
            case "them" -> Side.THEM;
            case "both" -> Side.BOTH;
            default -> throw new Refused("side", "One of you, them, both");
        };
    }

    /** Judges it again; {@code at}, {@code minutes} and {@code side} stay as they were logged. */
    @PutMapping("/api/v1/plans/{id}/log")
    LogJson change(@PathVariable UUID id, @RequestBody NewLog said, Viewer viewer) {
        return LogJson.of(logs.change(viewer, plan(viewer, id), said.evaluation()));
    }

    /** As if it was never logged: the talk goes into the bin, its notes stay. */
    @DeleteMapping("/api/v1/plans/{id}/log")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable UUID id, Viewer viewer) {
        if (!logs.takeBack(viewer, plan(viewer, id))) throw Plans.missing();
    }
}
