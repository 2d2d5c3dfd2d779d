package app.rapport.conversations.answers;

import app.rapport.kernel.TouchId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Each working morning at eight: to how many of the first ten people on Today did the owner write
 * within 24 and 72 hours, and to how many of the ten most frequent and ten most recent
 * correspondents? Today's order is that of its levels: who waits, then who has fallen silent.
 */
public final class TodayReplay {
    private static final int FIRST = 10;
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final List<MailFact> facts;
    private final ZoneId zone;
    private final Predicate<String> counts;
    private final Map<String, TreeSet<Instant>> written = new HashMap<>();
    private final AnswerWalk walk = new AnswerWalk();
    private final Map<TouchId, AnswerWalk.Judged> open = new HashMap<>();
    private final Correspondents correspondents = new Correspondents();

    /**
     * @param facts in the order of time
     * @param counts which addresses are looked at at all
     */
    public TodayReplay(List<MailFact> facts, ZoneId zone, Predicate<String> counts) {
        this.facts = facts;
        this.zone = zone;
        this.counts = counts;
        for (MailFact mail : facts) {
            if (mail.own())
                mail.recipientsBut(AnswerWalk.ME)
                        .forEach(to ->
                                written.computeIfAbsent(to, _ -> new TreeSet<>()).add(mail.at()));
        }
    }

    /**
     * How often a list was right.
     *
     * @param shown people named over all mornings
     * @param within24 share to whom the owner wrote within 24 hours, NaN when nobody was named
     */
    public record Share(String list, int shown, double within24, double within72) {}

    /**
     * @param mornings how many were looked at
     * @param perMorning people on Today's first ten, on average
     */
    public record Result(int mornings, double perMorning, List<Share> shares) {}

    public Result result(Instant from, Instant to) {
        Tally today = new Tally("Today's first ten");
        Tally frequent = new Tally("ten most frequent");
        Tally recent = new Tally("ten most recent");
        int mornings = 0;
        if (facts.isEmpty()) return new Result(0, 0, List.of());
        int next = 0;
        Instant last = facts.getLast().at().minus(Duration.ofDays(3));
        LocalDate day = LocalDate.ofInstant(facts.getFirst().at(), zone).plusDays(1);
        for (; ; day = day.plusDays(1)) {
            Instant morning = day.atTime(MORNING).atZone(zone).toInstant();
            if (morning.isAfter(last) || !morning.isBefore(to)) break;
            while (next < facts.size() && !facts.get(next).at().isAfter(morning))
                take(facts.get(next++));
            if (isWeekend(day) || morning.isBefore(from)) continue;
            mornings++;
            today.add(today(day, morning), morning);
            frequent.add(correspondents.mostFrequent(counts, FIRST), morning);
            recent.add(correspondents.mostRecent(counts, FIRST), morning);
        }
        return new Result(
                mornings,
                today.shown / (double) Math.max(1, mornings),
                List.of(today.share(), frequent.share(), recent.share()));
    }

    private void take(MailFact mail) {
        AnswerWalk.Step step = walk.next(mail);
        step.settled().forEach(settled -> open.remove(settled.mail()));
        step.judged().ifPresent(judged -> open.put(judged.mail().id(), judged));
        correspondents.take(mail);
    }

    private List<String> today(LocalDate day, Instant morning) {
        open.values()
                .removeIf(judged ->
                        Duration.between(judged.mail().at(), morning).toDays()
                                > Fading.LONGEST_DAYS);
        Map<String, Double> waits = new HashMap<>();
        for (AnswerWalk.Judged judged : open.values()) {
            double weight =
                    Fading.weight(
                            judged.strength(),
                            judged.mail().asksMember(),
                            (double) workingDays(judged.mail().at(), day));
            if (weight >= Fading.WORTH_SHOWING && counts.test(judged.mail().from()))
                waits.merge(judged.mail().from(), weight, Math::max);
        }
        List<String> people =
                new ArrayList<>(
                        waits.entrySet().stream()
                                .sorted(
                                        Map.Entry.<String, Double>comparingByValue()
                                                .reversed()
                                                .thenComparing(Map.Entry.comparingByKey()))
                                .map(Map.Entry::getKey)
                                .limit(Fading.MOST)
                                .toList());
        correspondents.quiet(morning).stream()
                .filter(counts.and(Predicate.not(people::contains)))
                .forEach(people::add);
        return people.subList(0, Math.min(FIRST, people.size()));
    }

    private long workingDays(Instant came, LocalDate day) {
        return LocalDate.ofInstant(came, zone)
                .datesUntil(day.plusDays(1))
                .skip(1)
                .filter(date -> !isWeekend(date))
                .count();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private final class Tally {
        private final String list;
        private int shown;
        private int within24;
        private int within72;

        Tally(String list) {
            this.list = list;
        }

        void add(List<String> people, Instant morning) {
            for (String person : people) {
                shown++;
                if (wrote(person, morning, 24)) within24++;
                if (wrote(person, morning, 72)) within72++;
            }
        }

        private boolean wrote(String person, Instant morning, int hours) {
            TreeSet<Instant> times = written.get(person);
            Instant next = times == null ? null : times.higher(morning);
            return next != null && !next.isAfter(morning.plus(Duration.ofHours(hours)));
        }

        Share share() {
            return new Share(list, shown, within24 / (double) shown, within72 / (double) shown);
        }
    }
}
