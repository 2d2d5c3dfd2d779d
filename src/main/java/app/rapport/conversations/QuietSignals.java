package app.rapport.conversations;

import app.rapport.access.House;
import app.rapport.access.Us;
import app.rapport.access.WorkingDays;
import app.rapport.conversations.answers.GoingQuiet;
import app.rapport.conversations.answers.Lessons;
import app.rapport.conversations.answers.Nudge;
import app.rapport.conversations.model.Acquaintance;
import app.rapport.conversations.model.Sides;
import app.rapport.conversations.model.Spans;
import app.rapport.conversations.store.Quiet;
import app.rapport.conversations.store.SignalLessons;
import app.rapport.customerbase.Rhythm;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.Level;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Verdict;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A good relation is going quiet against its own rhythm, or my question stays unanswered. */
@Component
class QuietSignals implements SignalSource {
    private static final Duration ASKED_WITHIN = Duration.ofDays(30);
    private static final int MOST = 5;
    private static final int LOOKED_UP = 25;

    private final Acquaintances acquaintances;
    private final Quiet quiet;
    private final SignalLessons lessons;
    private final House house;
    private final People people;

    QuietSignals(
            Acquaintances acquaintances,
            Quiet quiet,
            SignalLessons lessons,
            House house,
            People people) {
        this.acquaintances = acquaintances;
        this.quiet = quiet;
        this.lessons = lessons;
        this.house = house;
        this.people = people;
    }

    @Override
    public List<Signal> signals(Viewer viewer, Instant at) {
        Us us = house.us(viewer);
        Sides sides = new Sides(us.mine(), us.colleagues(), us.domains());
        WorkingDays week = house.workingDays(viewer);
        List<Acquaintance> known = acquaintances.at(viewer, at);
        Map<PersonId, GoingQuiet.Relation> relations = new HashMap<>();
        known.forEach(one -> relations.put(one.person(), relation(one, week, viewer.zone(), at)));
        Rhythm rhythm = usual(relations.values());
        Lessons taught = lessons.upTo(viewer, at);
        List<Signal> silent =
                known.stream()
                        .flatMap(one ->
                                Optional.ofNullable(relations.get(one.person()))
                                        .flatMap(relation -> GoingQuiet.of(rhythm, relation))
                                        .map(finding -> goingQuiet(one, finding, at))
                                        .stream())
                        .sorted(Comparator.comparingDouble(Signal::weight).reversed())
                        .toList();
        List<Signal> unanswered =
                quiet.asked(viewer, sides, at.minus(ASKED_WITHIN), at).stream()
                        .flatMap(a -> unanswered(a, rhythm, relations, viewer.zone(), at).stream())
                        .toList();
        return Stream.concat(
                        wanted(viewer, taught, silent).stream(),
                        wanted(viewer, taught, unanswered).stream())
                .toList();
    }

    /**
     * The first few about people who want to be heard of; only as many are looked up as it takes.
     */
    private List<Signal> wanted(Viewer viewer, Lessons taught, List<Signal> ordered) {
        List<Signal> wanted = new ArrayList<>();
        for (int i = 0; i < ordered.size() && wanted.size() < MOST; i += LOOKED_UP) {
            List<Signal> next = ordered.subList(i, Math.min(i + LOOKED_UP, ordered.size()));
            Map<PersonId, PersonCard> cards =
                    people.cards(
                            viewer,
                            next.stream()
                                    .flatMap(signal -> signal.person().stream())
                                    .collect(Collectors.toSet()));
            next.stream()
                    .filter(signal ->
                            isWanted(signal.person().map(cards::get).orElse(null), taught))
                    .limit(MOST - wanted.size())
                    .forEach(wanted::add);
        }
        return wanted;
    }

    /** Holidays are no silence; weekends come every week and are part of each rhythm. */
    private static GoingQuiet.Relation relation(
            Acquaintance one, WorkingDays week, ZoneId zone, Instant at) {
        long holidays =
                week.holidaysBetween(
                        LocalDate.ofInstant(one.last(), zone), LocalDate.ofInstant(at, zone));
        return new GoingQuiet.Relation(
                one.habit(),
                one.exchanges(),
                one.fromThem(),
                one.days(),
                Math.max(0, days(one.last(), at) - holidays));
    }

    /** What is usual for this member with everybody: toward it each rhythm is pulled. */
    private static Rhythm usual(Collection<GoingQuiet.Relation> relations) {
        Rhythm.Usual usual = new Rhythm.Usual();
        relations.forEach(relation -> usual.add(relation.habit(), relation.silence()));
        return usual.rhythm();
    }

    /** Colleagues are met anyway; who is to be left alone, is. */
    private static boolean isWanted(@Nullable PersonCard card, Lessons taught) {
        return card != null
                && !card.colleague()
                && card.addresses().stream()
                        .map(address -> address.toLowerCase(Locale.ROOT))
                        .noneMatch(taught::leavesAlone);
    }

    @Override
    public void judged(Viewer viewer, Signal.Key key, Verdict verdict, Instant at) {
        if (key.source().equals("quiet") || key.source().equals("asked"))
            lessons.add(viewer, key, verdict, at);
    }

    private static Signal goingQuiet(Acquaintance e, GoingQuiet.Finding finding, Instant at) {
        double silence = days(e.last(), at);
        return new Signal(
                new Signal.Key("quiet", e.lastTouch() + "." + e.person()),
                Optional.of(e.person()),
                Optional.empty(),
                Level.GOING_QUIET,
                "Silent for "
                        + Spans.days(silence)
                        + "; until then you were in touch every "
                        + Spans.range(finding.usual())
                        + ".",
                List.of(Evidence.whole(e.lastTouch())),
                e.last(),
                e.lastOurs()
                        ? "Write or call with a reason of its own: something new, or a question not asked before."
                        : "Take up their last words; they spoke last.",
                String.format(
                        Locale.ROOT,
                        "You are in touch within 30 days with a chance of %.0f%%, judged by %d exchanges.",
                        finding.chance() * 100,
                        e.exchanges()),
                finding.weight());
    }

    private static Optional<Signal> unanswered(
            Quiet.Asked asked,
            Rhythm rhythm,
            Map<PersonId, GoingQuiet.Relation> relations,
            ZoneId zone,
            Instant at) {
        double waiting = days(asked.at(), at);
        GoingQuiet.Relation relation = relations.get(asked.person());
        Rhythm.Habit habit = relation == null ? Rhythm.Habit.NONE : relation.habit();
        if (waiting < 3 || rhythm.stillUsual(habit, waiting) > 0.6) return Optional.empty();
        return Optional.of(
                new Signal(
                        new Signal.Key("asked", asked.touch() + "." + asked.person()),
                        Optional.of(asked.person()),
                        Optional.empty(),
                        Level.GOING_QUIET,
                        "Your question is open for "
                                + Spans.days(waiting)
                                + "; nothing has come back.",
                        List.of(
                                new Evidence(
                                        asked.touch(), asked.passageStart(), asked.passageEnd())),
                        asked.at(),
                        Nudge.words(asked.at(), rhythm.usual(habit), zone, at),
                        "The matter stays open on their side.",
                        0.4 * asked.wantsAnswer()));
    }

    static Rhythm.Habit habit(List<Instant> times) {
        Rhythm.Habit habit = Rhythm.Habit.NONE;
        for (int i = 1; i < times.size(); i++)
            habit = habit.after(days(times.get(i - 1), times.get(i)));
        return habit;
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes() / 1440.0;
    }
}
