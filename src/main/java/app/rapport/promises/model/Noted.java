package app.rapport.promises.model;

import app.rapport.listening.Commitments;
import app.rapport.listening.Promised;
import app.rapport.listening.Sentences;
import app.rapport.listening.dates.DueDates;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A promise in a note that one of us typed: "I will send the sheet" is ours whoever called, "she
 * will ask their lawyer" is theirs and is judged as if they had said it themselves.
 */
public record Noted(Promise.Side side, Promised promised) {
    private static final DueDates DATES = DueDates.english();
    private static final double LEAST = .3;
    private static final int MOST = 60;

    /**
     * @param person with whom the talk was
     * @param written by the clock of who typed it
     */
    public static List<Noted> in(String text, String person, LocalDateTime written) {
        Pattern theirs = theirs(person);
        List<Noted> found = new ArrayList<>();
        for (Sentences.Span place : Sentences.in(text).stream().limit(MOST).toList()) {
            String sentence = place.of(text);
            Matcher they = theirs.matcher(sentence);
            boolean isTheirs = they.find();
            String said = isTheirs ? "I will " + sentence.substring(they.end()) : sentence;
            Promised promised =
                    new Promised(
                            sentence,
                            place,
                            Commitments.ofSentence(said),
                            DATES.in(sentence, written));
            if (promised.chance() >= LEAST && promised.isLikely())
                found.add(new Noted(isTheirs ? Promise.Side.THEIRS : Promise.Side.OURS, promised));
        }
        return found;
    }

    private static Pattern theirs(String person) {
        String first = person.strip().split("\\s+")[0];
        String names =
                first.isEmpty() ? "" : "|" + Pattern.quote(first) + "(?: \\p{Lu}[\\p{L}'-]+)?";
        return Pattern.compile(
                "(?iu)^\\W*(?:he|she|they"
                        + names
                        + ")(?:['’]ll| will| is going to| are going to|(?: has| have)? (?:promised|agreed) to) ");
    }
}
