package app.rapport.conversations.answers;

import app.rapport.customerbase.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** With whom the owner has been in touch so far, how often and how lately. */
final class Correspondents {
    private static final int ENOUGH = 6;
    private static final double UNUSUAL = .1;
    private static final double STILL_IN_TOUCH = .35;
    private static final int MOST_QUIET = 5;

    private final Map<String, Tie> ties = new HashMap<>();
    private final Rhythm rhythm = Rhythm.usual();

    void take(MailFact mail) {
        if (mail.machine()) return;
        if (mail.own())
            mail.recipientsBut(AnswerWalk.ME).forEach(to -> tie(to).touch(mail.at(), false));
        else if (mail.to().contains(AnswerWalk.ME)) tie(mail.from()).touch(mail.at(), true);
    }

    private Tie tie(String address) {
        return ties.computeIfAbsent(address, _ -> new Tie());
    }

    List<String> mostFrequent(Predicate<String> counts, int most) {
        return first(counts, Comparator.comparingInt((Tie tie) -> tie.touches).reversed(), most);
    }

    List<String> mostRecent(Predicate<String> counts, int most) {
        return first(counts, Comparator.comparing(Tie::last).reversed(), most);
    }

    private List<String> first(Predicate<String> counts, Comparator<Tie> order, int most) {
        return ties.entrySet().stream()
                .filter(entry -> counts.test(entry.getKey()))
                .sorted(
                        Map.Entry.<String, Tie>comparingByValue(order)
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
    }

    /** People of a good tie who are silent for longer than their rhythm lets expect. */
    List<String> quiet(Instant now) {
        return ties.entrySet().stream()
                .filter(entry -> entry.getValue().isQuiet(now))
                .sorted(
                        Map.Entry.<String, Tie>comparingByValue(
                                        Comparator.comparingInt((Tie tie) -> tie.touches)
                                                .reversed())
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(MOST_QUIET)
                .toList();
    }

    private final class Tie {
        private Rhythm.Habit habit = Rhythm.Habit.NONE;
        private @Nullable Instant last;
        private int touches;
        private int fromThem;

        void touch(Instant at, boolean theirs) {
            if (last != null) habit = habit.after(days(last, at));
            last = at;
            touches++;
            if (theirs) fromThem++;
        }

        Instant last() {
            return Optional.ofNullable(last).orElse(Instant.EPOCH);
        }

        boolean isQuiet(Instant now) {
            double silence = days(last(), now);
            return touches >= ENOUGH
                    && fromThem * 4 >= touches
                    && silence > 7
                    && rhythm.stillUsual(habit, silence) < UNUSUAL
                    && rhythm.alive(habit, silence) >= STILL_IN_TOUCH;
        }

        private static double days(Instant from, Instant to) {
            return Duration.between(from, to).toSeconds() / 86_400.0;
        }
    }
}
