package app.rapport.conversations;

import app.rapport.access.House;
import app.rapport.access.Us;
import app.rapport.conversations.model.Sides;
import app.rapport.conversations.model.Spans;
import app.rapport.conversations.store.Quiet;
import app.rapport.customerbase.Rhythm;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.Level;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A good relation is going quiet against its own rhythm, or my question stays unanswered. */
@Component
class QuietSignals implements SignalSource {
    private static final int ENOUGH = 6;
    private static final double UNUSUAL = 0.10;
    private static final double STILL_IN_TOUCH = 0.35;
    private static final double SHARE_FROM_THEM = 0.25;
    private static final Duration ASKED_WITHIN = Duration.ofDays(30);
    private static final int MOST = 5;

    private final Quiet quiet;
    private final House house;
    private final People people;
    private final Rhythm rhythm = Rhythm.usual();

    QuietSignals(Quiet quiet, House house, People people) {
        this.quiet = quiet;
        this.house = house;
        this.people = people;
    }

    @Override
    public List<Signal> signals(Viewer viewer, Instant at) {
        Us us = house.us(viewer);
        Sides sides = new Sides(us.mine(), us.colleagues(), us.domains());
        List<Quiet.Exchanges> exchanges = quiet.exchanges(viewer, sides, at, ENOUGH);
        List<Quiet.Asked> asked = quiet.asked(viewer, sides, at.minus(ASKED_WITHIN), at);
        List<PersonId> somebody =
                new ArrayList<>(exchanges.stream().map(Quiet.Exchanges::person).toList());
        asked.forEach(a -> somebody.add(a.person()));
        Map<PersonId, PersonCard> cards = people.cards(viewer, somebody);
        List<Signal> signals = new ArrayList<>();
        exchanges.stream()
                .filter(e -> isOutside(cards, e.person()))
                .flatMap(e -> goingQuiet(e, at).stream())
                .sorted(Comparator.comparingDouble(Signal::weight).reversed())
                .limit(MOST)
                .forEach(signals::add);
        asked.stream()
                .filter(a -> isOutside(cards, a.person()))
                .flatMap(a -> unanswered(a, exchanges, at).stream())
                .limit(MOST)
                .forEach(signals::add);
        return signals;
    }

    private static boolean isOutside(Map<PersonId, PersonCard> cards, PersonId person) {
        PersonCard card = cards.get(person);
        return card != null && !card.colleague();
    }

    private Optional<Signal> goingQuiet(Quiet.Exchanges e, Instant at) {
        Rhythm.Habit habit = habit(e.times());
        double silence = days(e.times().getLast(), at);
        Optional<Rhythm.Gap> gap = rhythm.usual(habit);
        boolean mutual = e.fromThem() >= SHARE_FROM_THEM * e.times().size();
        boolean unusual = rhythm.stillUsual(habit, silence) < UNUSUAL && silence > 7;
        boolean late = rhythm.alive(habit, silence) < STILL_IN_TOUCH;
        if (gap.isEmpty() || !mutual || !unusual || late) return Optional.empty();
        double chance = rhythm.within(habit, silence, 30);
        return Optional.of(
                new Signal(
                        new Signal.Key("quiet", e.lastTouch().toString()),
                        Optional.of(e.person()),
                        Optional.empty(),
                        Level.GOING_QUIET,
                        "Silent for "
                                + Spans.days(silence)
                                + "; your usual gap is "
                                + range(gap.get())
                                + ".",
                        List.of(Evidence.whole(e.lastTouch())),
                        e.times().getLast(),
                        "Write or call with a reason of its own: something new, or a question not asked before.",
                        String.format(
                                Locale.ROOT,
                                "The chance that you are in touch within 30 days is %.0f%%.",
                                chance * 100),
                        Math.min(1, e.times().size() / 40.0)
                                * (1 - rhythm.stillUsual(habit, silence))));
    }

    private Optional<Signal> unanswered(
            Quiet.Asked asked, List<Quiet.Exchanges> exchanges, Instant at) {
        double waiting = days(asked.at(), at);
        Rhythm.Habit habit =
                exchanges.stream()
                        .filter(e -> e.person().equals(asked.person()))
                        .findFirst()
                        .map(e -> habit(e.times()))
                        .orElse(Rhythm.Habit.NONE);
        if (waiting < 3 || rhythm.stillUsual(habit, waiting) > 0.6) return Optional.empty();
        return Optional.of(
                new Signal(
                        new Signal.Key("asked", asked.touch().toString()),
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
                        "Ask once more, shorter and with one clear question; or wait, on purpose.",
                        "The matter stays open on their side.",
                        0.4 * asked.wantsAnswer()));
    }

    static Rhythm.Habit habit(List<Instant> times) {
        Rhythm.Habit habit = Rhythm.Habit.NONE;
        for (int i = 1; i < times.size(); i++)
            habit = habit.after(days(times.get(i - 1), times.get(i)));
        return habit;
    }

    static String range(Rhythm.Gap gap) {
        return Spans.days(gap.median())
                + " ("
                + Spans.days(gap.low())
                + " to "
                + Spans.days(gap.high())
                + ")";
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes() / 1440.0;
    }
}
