package app.rapport.conversations;

import app.rapport.conversations.model.Beat;
import app.rapport.conversations.model.Spans;
import app.rapport.customerbase.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person's rhythm: what a year of exchanges shows.
 *
 * @param beats of the last year, oldest first
 * @param gap usual gap in days with its 90 % range; empty with too few exchanges
 * @param within30 chance of an exchange within 30 days
 * @param theirAnswer middle time they take to answer, {@code ourAnswer} the same for us; empty with
 *     fewer than three
 */
public record RhythmView(
        List<Beat> beats,
        Optional<Rhythm.Gap> gap,
        double within30,
        Optional<Duration> theirAnswer,
        Optional<Duration> ourAnswer) {

    public static final Duration SHOWN = Duration.ofDays(365);
    static final Duration REMEMBERED = SHOWN.multipliedBy(3);
    private static final Duration ANSWERS_WITHIN = Duration.ofDays(30);

    static RhythmView of(List<Beat> all, Instant at) {
        List<Beat> shown = all.stream().filter(beat -> beat.at().isAfter(at.minus(SHOWN))).toList();
        Rhythm rhythm = Rhythm.usual();
        Rhythm.Habit habit = QuietSignals.habit(all.stream().map(Beat::at).toList());
        double silence =
                all.isEmpty() ? 0 : Duration.between(all.getLast().at(), at).toMinutes() / 1440.0;
        return new RhythmView(
                shown,
                rhythm.usual(habit),
                rhythm.within(habit, silence, 30),
                middle(answers(all, false)),
                middle(answers(all, true)));
    }

    /**
     * "In touch every 9 (6 to 13) days; they answer within 5 h, you within 3 h"; empty when nothing
     * is known yet.
     */
    public String words() {
        List<String> words = new ArrayList<>();
        gap.ifPresent(g -> words.add("in touch every " + Spans.range(g)));
        theirAnswer.ifPresent(time -> words.add("they answer you within " + Spans.words(time)));
        ourAnswer.ifPresent(time -> words.add("you answer within " + Spans.words(time)));
        String all = String.join("; ", words);
        return all.isEmpty() ? "" : Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    /** Times from the other side's exchange to the next of this side. */
    private static List<Duration> answers(List<Beat> beats, boolean ours) {
        List<Duration> times = new ArrayList<>();
        for (int i = 1; i < beats.size(); i++) {
            Beat before = beats.get(i - 1);
            Beat answer = beats.get(i);
            Duration time = Duration.between(before.at(), answer.at());
            if (answer.ours() == ours
                    && before.ours() != ours
                    && time.compareTo(ANSWERS_WITHIN) < 0) times.add(time);
        }
        return times;
    }

    private static Optional<Duration> middle(List<Duration> times) {
        if (times.size() < 3) return Optional.empty();
        Stream<Duration> sorted = times.stream().sorted();
        return sorted.skip(times.size() / 2).findFirst();
    }
}
