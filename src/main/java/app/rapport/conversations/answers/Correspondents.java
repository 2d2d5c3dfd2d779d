package app.rapport.conversations.answers;

import app.rapport.customerbase.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** With whom the owner has been in touch so far, how often and how lately. */
final class Correspondents {
    private static final int MOST_QUIET = 5;

    private final Map<String, Tie> ties = new HashMap<>();

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
        Rhythm.Usual usual = new Rhythm.Usual();
        ties.values().forEach(tie -> usual.add(tie.habit, Tie.days(tie.last(), now)));
        Rhythm rhythm = usual.rhythm();
        Map<String, Double> quiet = new HashMap<>();
        ties.forEach((address, tie) ->
                GoingQuiet.of(rhythm, tie.relation(now))
                        .ifPresent(finding -> quiet.put(address, finding.weight())));
        return quiet.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(MOST_QUIET)
                .toList();
    }

    private static final class Tie {
        private Rhythm.Habit habit = Rhythm.Habit.NONE;
        private @Nullable Instant last;
        private int touches;
        private int fromThem;
        private int days;

        void touch(Instant at, boolean theirs) {
            if (last != null) habit = habit.after(days(last, at));
            if (last == null || !isSameDay(last, at)) days++;
            last = at;
            touches++;
            if (theirs) fromThem++;
        }

        Instant last() {
            return Optional.ofNullable(last).orElse(Instant.EPOCH);
        }

        GoingQuiet.Relation relation(Instant now) {
            return new GoingQuiet.Relation(habit, touches, fromThem, days, days(last(), now));
        }

        private static boolean isSameDay(Instant one, Instant other) {
            return one.truncatedTo(ChronoUnit.DAYS).equals(other.truncatedTo(ChronoUnit.DAYS));
        }

        private static double days(Instant from, Instant to) {
            return Duration.between(from, to).toSeconds() / 86_400.0;
        }
    }
}
