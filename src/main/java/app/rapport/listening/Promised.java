package app.rapport.listening;

import app.rapport.listening.dates.Due;
import app.rapport.listening.dates.DueDates;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sentence of a text that promises something.
 *
 * @param place of the sentence in the text
 * @param chance that it does
 * @param due until when, where the sentence says so
 */
public record Promised(String sentence, Sentences.Span place, double chance, Optional<Due> due) {
    private static final DueDates DATES = DueDates.english();
    private static final int MOST = 60;

    /**
     * @param written when, by the writer's clock
     */
    public static List<Promised> in(String text, LocalDateTime written, double least) {
        List<Promised> found = new ArrayList<>();
        for (Sentences.Span span : Sentences.in(text).stream().limit(MOST).toList()) {
            String sentence = span.of(text);
            double chance = Commitments.ofSentence(sentence);
            if (chance >= least)
                found.add(new Promised(sentence, span, chance, DATES.in(sentence, written)));
        }
        return found;
    }

    /** Where somebody will be or whom they will meet is told, not promised. */
    private static final Pattern WHEREABOUTS =
            Pattern.compile(
                    "(?i)\\b(?:i|we)(?:['’]ll| will| am going to| are going to) (?:see (?:you|ya|y'all)\\b"
                            + "|be (?:out|in|off|away|back|gone|here|there|sitting|traveling|travelling|on (?:vacation|leave|holiday)|taking (?:some |a )?(?:vacation|leave|day|time)|at (?:home|my|the))\\b)");

    /** A day that is named makes a promise of what would else be talk. */
    public boolean isLikely() {
        if (WHEREABOUTS.matcher(sentence.replaceAll("\\s+", " ")).find()) return false;
        return chance >= .5 || (chance >= .3 && due.isPresent());
    }

    /** The day that the most promising sentence names, of those that name one. */
    public static Optional<LocalDate> due(String text, LocalDateTime written) {
        return in(text, written, 0).stream()
                .filter(one -> one.due().isPresent())
                .max(Comparator.comparingDouble(Promised::chance))
                .flatMap(Promised::due)
                .map(Due::day);
    }
}
