package app.rapport.conversations.answers;

import app.rapport.customerbase.Rhythm;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * On each Monday, for each person with enough exchanges so far, the chance of one within 7 and 30
 * days; scored beside the person's own constant rate and the rule "silent for more than twice the
 * usual gap".
 */
public final class RhythmReplay {
    private static final int ENOUGH = 5;
    private final Map<String, List<Instant>> exchanges = new TreeMap<>();

    public RhythmReplay(List<MailFact> facts) {
        for (MailFact mail : facts) {
            if (mail.machine()) continue;
            List<String> others = new ArrayList<>();
            if (mail.own()) {
                others.addAll(mail.to());
                others.addAll(mail.cc());
            } else if (mail.to().contains(AnswerWalk.ME) || mail.cc().contains(AnswerWalk.ME)) {
                others.add(mail.from());
            }
            others.stream()
                    .filter(other -> !other.equals(AnswerWalk.ME))
                    .distinct()
                    .forEach(other ->
                            exchanges
                                    .computeIfAbsent(other, _ -> new ArrayList<>())
                                    .add(mail.at()));
        }
    }

    /**
     * One forecast and what came of it, beside what the plain rules say: their own constant rate,
     * and whether they were silent for long.
     */
    public record Forecast(
            String address,
            Instant at,
            double p7,
            double p30,
            boolean within7,
            boolean within30,
            double rate7,
            double rate30,
            boolean silent) {}

    public List<Forecast> forecasts(Instant from, Instant to) {
        List<Person> people =
                exchanges.entrySet().stream()
                        .map(entry -> new Person(entry.getKey(), entry.getValue()))
                        .toList();
        Instant first = extreme(List::getFirst, java.util.Comparator.reverseOrder());
        Instant last = extreme(List::getLast, java.util.Comparator.naturalOrder());
        Instant end = to.isBefore(last) ? to : last;
        List<Forecast> forecasts = new ArrayList<>();
        for (Instant monday = mondayAfter(first);
                monday.isBefore(end);
                monday = monday.plus(Duration.ofDays(7))) {
            for (Person person : people) person.advance(monday);
            if (!monday.isBefore(from)) forecast(people, monday, forecasts);
        }
        return forecasts;
    }

    private Instant extreme(
            Function<List<Instant>, Instant> end, java.util.Comparator<Instant> order) {
        return exchanges.values().stream().map(end).max(order).orElse(Instant.EPOCH);
    }

    private static void forecast(List<Person> people, Instant monday, List<Forecast> into) {
        Rhythm.Usual usual = new Rhythm.Usual();
        for (Person person : people) {
            if (person.seen > 0) usual.add(person.habit, person.silence(monday));
        }
        Rhythm rhythm = usual.rhythm();
        for (Person person : people) {
            if (person.seen >= ENOUGH) into.add(person.forecast(rhythm, monday));
        }
    }

    /** One person's exchanges, as far as the walk has come. */
    private static final class Person {
        private final String address;
        private final List<Instant> times;
        private Rhythm.Habit habit = Rhythm.Habit.NONE;
        private int seen;

        Person(String address, List<Instant> times) {
            this.address = address;
            this.times = times;
        }

        void advance(Instant monday) {
            for (; seen < times.size() && !times.get(seen).isAfter(monday); seen++) {
                if (seen > 0) habit = habit.after(days(times.get(seen - 1), times.get(seen)));
            }
        }

        double silence(Instant monday) {
            return days(times.get(seen - 1), monday);
        }

        Forecast forecast(Rhythm rhythm, Instant monday) {
            Instant next = seen < times.size() ? times.get(seen) : Instant.MAX;
            double silence = silence(monday);
            double rate = seen / Math.max(1, days(times.getFirst(), monday));
            double gap = days(times.getFirst(), times.get(seen - 1)) / (seen - 1);
            return new Forecast(
                    address,
                    monday,
                    rhythm.within(habit, silence, 7),
                    rhythm.within(habit, silence, 30),
                    !next.isAfter(monday.plus(Duration.ofDays(7))),
                    !next.isAfter(monday.plus(Duration.ofDays(30))),
                    1 - Math.exp(-rate * 7),
                    1 - Math.exp(-rate * 30),
                    silence > 2 * gap);
        }
    }

    /**
     * Log-losses of a horizon, and the calibration of our forecasts in ten steps: mean forecast,
     * share that happened, how many.
     */
    public record Score(
            int days,
            int forecasts,
            double rhythm,
            double constantRate,
            double twiceTheGap,
            List<double[]> calibration) {}

    public static Score score(List<Forecast> forecasts, int days, Instant end) {
        List<Forecast> known =
                forecasts.stream()
                        .filter(f -> !f.at().plus(Duration.ofDays(days)).isAfter(end))
                        .toList();
        double ours = 0;
        double rate = 0;
        double rule = 0;
        double[][] counts = {{1, 2}, {1, 2}};
        double[][] bins = new double[10][3];
        for (Forecast f : known) {
            boolean happened = days == 7 ? f.within7() : f.within30();
            double p = days == 7 ? f.p7() : f.p30();
            double[] count = counts[f.silent() ? 1 : 0];
            ours += loss(p, happened);
            rate += loss(days == 7 ? f.rate7() : f.rate30(), happened);
            rule += loss(count[0] / count[1], happened);
            count[0] += happened ? 1 : 0;
            count[1]++;
            double[] bin = bins[(int) Math.min(9, p * 10)];
            bin[0] += p;
            bin[1] += happened ? 1 : 0;
            bin[2]++;
        }
        int n = Math.max(1, known.size());
        List<double[]> table = new ArrayList<>();
        for (double[] bin : bins)
            if (bin[2] > 0) table.add(new double[] {bin[0] / bin[2], bin[1] / bin[2], bin[2]});
        return new Score(days, known.size(), ours / n, rate / n, rule / n, table);
    }

    private static double loss(double p, boolean happened) {
        double bounded = Math.clamp(p, 1e-6, 1 - 1e-6);
        return -Math.log(happened ? bounded : 1 - bounded);
    }

    private static Instant mondayAfter(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        return day.with(java.time.temporal.TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / 86_400.0;
    }
}
