package app.rapport.conversations.answers;

import app.rapport.listening.Phrases;
import app.rapport.listening.Sentences;
import java.util.List;
import java.util.Optional;

/**
 * The sentence by which a mail asks its reader for something: what Today quotes and marks.
 *
 * @param start in the reply text, {@code end} exclusive
 */
public record AskedWords(Manner manner, int start, int end) {
    /** How it is asked. */
    public enum Manner {
        QUESTION,
        REQUEST,
        WISH
    }

    /** From here on the best sentence of a mail is taken to ask. */
    private static final double ASKS = .45;

    private static final int READ = 4_000;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 400;

    /** Reads like a request and is a way to close. */
    private static final Phrases CLOSES =
            Phrases.of(
                    "\\b(?:any|further|additional|other)\\s+(?:further |additional |other )?(?:questions?|comments?|concerns?|problems?|info(?:rmation)?|assistance|help)\\b"
                            + "|\\bif (?:i|we) can (?:be of|help|assist)|\\bif you (?:need|want|have) (?:any|more|further|anything|problems|questions)|\\bif there(?:'s| is| are) any"
                            + "|\\banything else|\\bfeel free|\\b(?:do not|don't) hesitate|\\bgive me a call (?:if|this)|\\b(?:will|to) let (?:me|us|you) know|how are you",
                    "question",
                    "comment",
                    "concern",
                    "problem",
                    "info",
                    "assistance",
                    "help",
                    "if i can",
                    "if we can",
                    "if you ",
                    "if there",
                    "anything else",
                    "feel free",
                    "hesitate",
                    "give me a call",
                    " let ",
                    "how are you");

    private static final Phrases WISHES =
            Phrases.of(
                    "\\b(?:(?:i|we)(?: would|'d| will) (?:like|love|appreciate|prefer|need) (?:you|your|to (?:know|have|get|see|meet|hear))|i (?:need|want) (?:you|your|to know|a copy)|(?:was|am|'m) (?:hoping|wondering)|it would be (?:great|helpful|good) if you|let me know|please(?! (?:see|find|note|be (?:advised|aware|reminded)|join|visit|click|disregard|excuse|pardon)))\\b",
                    " would ",
                    "'d ",
                    " will ",
                    "i need",
                    "i want",
                    "hoping",
                    "wondering",
                    "let me know",
                    "please");

    /**
     * @param wantsAnswer of the mail's best sentence, which stands from {@code start} to {@code
     *     end}
     * @return empty where nothing is asked: then only habit speaks for an answer
     */
    public static Optional<AskedWords> in(
            String replyText, double wantsAnswer, int start, int end) {
        if (wantsAnswer >= ASKS && start < end && end <= replyText.length()) {
            String sentence = flat(replyText.substring(start, end));
            if (!CLOSES.in(sentence))
                return Optional.of(
                        new AskedWords(
                                sentence.endsWith("?") ? Manner.QUESTION : Manner.REQUEST,
                                start,
                                end));
        }
        String text = replyText.length() > READ ? replyText.substring(0, READ) : replyText;
        List<Sentences.Span> spans = Sentences.in(text);
        return first(text, spans, Manner.QUESTION).or(() -> first(text, spans, Manner.WISH));
    }

    private static Optional<AskedWords> first(
            String text, List<Sentences.Span> spans, Manner manner) {
        return spans.stream()
                .filter(span -> asks(flat(span.of(text)), manner))
                .findFirst()
                .map(span -> new AskedWords(manner, span.start(), span.end()));
    }

    /**
     * @param sentence flat
     */
    private static boolean asks(String sentence, Manner manner) {
        if (sentence.length() < SHORTEST || sentence.length() > LONGEST) return false;
        boolean so =
                manner == Manner.QUESTION
                        ? sentence.endsWith("?") && !sentence.contains("://")
                        : WISHES.in(sentence);
        return so && !CLOSES.in(sentence); // that is the dearer question
    }

    private static String flat(String sentence) {
        return Phrases.flat(sentence).strip();
    }
}
