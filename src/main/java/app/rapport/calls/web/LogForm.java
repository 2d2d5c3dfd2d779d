package app.rapport.calls.web;

import static app.rapport.kernel.GivenWords.orEmpty;

import app.rapport.calls.Sheets.Typed;
import app.rapport.calls.TalkLogs.Evaluation;
import app.rapport.calls.model.Notes;
import app.rapport.calls.model.TalkLog;
import app.rapport.calls.model.TalkLog.Discovered;
import app.rapport.calls.model.TalkLog.Judgement;
import app.rapport.calls.model.TalkPlan;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.kernel.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of a talk as its form sends it: notes, and what came out of it.
 *
 * @param base the notes as they were last saved, at that {@code revision}
 * @param typed when they were typed, in milliseconds since 1970
 */
public record LogForm(
        @Nullable UUID person,
        @Nullable UUID meeting,
        @Nullable String base,
        @Nullable Integer revision,
        @Nullable String text,
        @Nullable Long typed,
        @Nullable String aim,
        @Nullable String mood,
        @Nullable String moved,
        @Nullable String missed,
        @Nullable String motivators,
        @Nullable String budget,
        @Nullable String howDecided,
        @Nullable String whoDecides,
        @Nullable String whoInfluences,
        @Nullable String usesNow,
        @Nullable String next,
        @Nullable String when,
        @Nullable String noneBecause,
        @Nullable String channel,
        @Nullable String side,
        @Nullable String at,
        @Nullable String minutes) {
    /** Who writes longer than that went away in between. */
    private static final Duration LONGEST_TALK = Duration.ofHours(3);

    static LogForm of(TalkPlan plan, Optional<TalkLog> log, FoundPage found) {
        Optional<Judgement> judged = log.map(TalkLog::judgement);
        Discovered known = log.map(TalkLog::discovered).orElse(Discovered.NOTHING);
        return new LogForm(
                plan.person().value(),
                plan.terms().meeting().orElse(null),
                null,
                null,
                null,
                null,
                judged.map(one -> TalkLog.word(one.aim())).orElse("not_said"),
                judged.map(one -> TalkLog.word(one.mood())).orElse(found.mood()),
                judged.map(Judgement::moved).orElse(""),
                judged.map(Judgement::missed).orElse(""),
                known.motivators(),
                known.budget(),
                known.howDecided(),
                known.whoDecides(),
                known.whoInfluences(),
                known.usesNow(),
                log.map(one -> one.next().words()).orElseGet(found::next),
                log.isPresent() ? "" : found.when(),
                log.map(one -> one.next().noneBecause()).orElse(""),
                plan.terms().channel().word(),
                "",
                "",
                "");
    }

    Typed notes() {
        return new Typed(
                orEmpty(base),
                revision == null ? 0 : revision,
                orEmpty(text),
                Optional.ofNullable(typed).map(Instant::ofEpochMilli));
    }

    Evaluation evaluation() {
        return new Evaluation(
                new Judgement(
                        one(TalkLog.Aim.class, aim, TalkLog.Aim.NOT_SAID),
                        one(TalkLog.Mood.class, mood, TalkLog.Mood.NOT_SAID),
                        orEmpty(moved),
                        orEmpty(missed)),
                new Discovered(
                        orEmpty(motivators),
                        orEmpty(budget),
                        orEmpty(howDecided),
                        orEmpty(whoDecides),
                        orEmpty(whoInfluences),
                        orEmpty(usesNow)),
                orEmpty(next).strip(),
                orEmpty(when).strip(),
                orEmpty(noneBecause).strip());
    }

    private static <E extends Enum<E>> E one(Class<E> kind, @Nullable String word, E none) {
        try {
            return Enum.valueOf(kind, orEmpty(word).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return none;
        }
    }

    /** The talk as it goes into the story. */
    TypedTouch touch(TalkPlan plan, Notes notes, Viewer viewer, Instant now) {
        Channel how =
                orEmpty(channel).isBlank()
                        ? plan.terms().channel()
                        : orEmpty(channel).equals("meeting") ? Channel.MEETING : Channel.CALL;
        Instant begun = notes.begunAt().orElse(now);
        return new TypedTouch(
                how,
                Stream.concat(Stream.of(plan.person()), plan.guests().stream()).toList(),
                PlanForm.moment(orEmpty(at), viewer.zone(), "at").orElse(begun),
                side(how),
                PlanForm.minutes(orEmpty(minutes)).or(() -> taken(begun, now)),
                "",
                notes.text().strip(),
                Optional.empty());
    }

    private static Optional<Integer> taken(Instant begun, Instant now) {
        Duration taken = Duration.between(begun, now);
        return taken.toMinutes() >= 1 && taken.compareTo(LONGEST_TALK) <= 0
                ? Optional.of((int) taken.toMinutes())
                : Optional.empty();
    }

    private Side side(Channel how) {
        return switch (orEmpty(side)) {
            case "in" -> Side.THEM;
            case "out" -> Side.YOU;
            case "both" -> Side.BOTH;
            default -> how == Channel.MEETING ? Side.BOTH : Side.YOU;
        };
    }

    public boolean isAim(String word) {
        return word.equals(aim);
    }

    public boolean isMood(String word) {
        return word.equals(mood);
    }

    /** For a field of the page. */
    public static String shown(@Nullable String field) {
        return orEmpty(field);
    }
}
